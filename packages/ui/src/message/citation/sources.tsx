'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useCitations } from './citation-context.tsx';

/** The sources of an answer, numbered like its chips. Renders an `<ol>`, or nothing without citations. */
export function Sources(): ReactNode {
  const strings = useStrings();
  const { citations, marked } = useCitations();
  if (citations.sources.length === 0) return null;
  return (
    <ol data-slot="sources" aria-label={strings.citation.sources}>
      {citations.sources.map(({ number, name, id }) => (
        <li key={id} data-slot="source" data-marked={marked === number ? '' : undefined}>
          <span data-slot="source-number" aria-hidden="true">
            {formatCount(number, strings.locale)}
          </span>
          <span data-slot="source-name">{name ?? strings.message.file(id)}</span>
        </li>
      ))}
    </ol>
  );
}

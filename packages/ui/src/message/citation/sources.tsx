'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useWords } from '../../locales/locale-provider.tsx';
import { useCitations } from './citation-context.tsx';

/** What an answer cites, under it, with the numbers of its chips. Renders an `<ol>`, and nothing without citations. */
export function Sources(): ReactNode {
  const words = useWords();
  const { citations, marked } = useCitations();
  if (citations.sources.length === 0) return null;
  return (
    <ol data-slot="sources" aria-label={words.citation.sources}>
      {citations.sources.map(({ number, name, id }) => (
        <li key={id} data-slot="source" data-marked={marked === number ? '' : undefined}>
          <span data-slot="source-number" aria-hidden="true">
            {formatCount(number, words.locale)}
          </span>
          <span data-slot="source-name">{name ?? words.message.file(id)}</span>
        </li>
      ))}
    </ol>
  );
}

'use client';

import { Fragment, type ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { lazyPart } from '../../internals/lazy-part.tsx';
import { loadLazyParts } from '../../load-lazy-parts.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useCitations } from './citation-context.tsx';
import type { Citation } from './collect-citations.ts';
import { splitMarkers } from './split-markers.ts';

const CitationChip = lazyPart(loadLazyParts, (parts) => parts.CitationChip, CitationNumber);

/** The number alone, until the chip is loaded. */
function CitationNumber({ citation }: { citation: Citation }): ReactNode {
  return <span data-slot="citation">{formatCount(citation.number, useStrings().languageTag)}</span>;
}

/** Text with a numbered chip in place of each citation marker. */
export function CitedText({ text }: { text: string }): ReactNode {
  const { citations, isStreaming } = useCitations();
  return splitMarkers(text, citations.byMarker, isStreaming).map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a growing text keep their positions
    <Fragment key={index}>
      {typeof piece === 'string' ? (
        piece
      ) : (
        <CitationChip citation={piece}>
          <CitationNumber citation={piece} />
        </CitationChip>
      )}
    </Fragment>
  ));
}

/** The sources of a response, numbered like its chips. Renders an `<ol>`, or nothing without citations. */
export function Sources(): ReactNode {
  const strings = useStrings();
  const { citations, highlighted } = useCitations();
  if (citations.sources.length === 0) return null;
  return (
    <ol data-slot="sources" aria-label={strings.citation.sources}>
      {citations.sources.map(({ number, name, id }) => (
        <li key={id} data-slot="source" data-highlighted={highlighted === number ? '' : undefined}>
          <span data-slot="source-number" aria-hidden="true">
            {formatCount(number, strings.languageTag)}
          </span>
          <span data-slot="source-name">{name ?? strings.message.file(id)}</span>
        </li>
      ))}
    </ol>
  );
}

'use client';

import { Fragment, type ReactNode } from 'react';
import { formatCount } from '../internals/format.ts';
import { useWords } from '../words/words-provider.tsx';
import { useCitations } from './citation-context.tsx';
import type { Source } from './collect-citations.ts';
import { splitMarkers } from './split-markers.ts';

/** Text with a number chip wherever it cites a file. */
export function CitedText({ text }: { text: string }): ReactNode {
  const { citations, isStreaming } = useCitations();
  return splitMarkers(text, citations.byMarker, isStreaming).map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a growing text keep their places
    <Fragment key={index}>{typeof piece === 'string' ? piece : <CitationChip source={piece} />}</Fragment>
  ));
}

/** The number behind what a file says. Points at the file in the list below. */
function CitationChip({ source }: { source: Source }): ReactNode {
  const words = useWords();
  const { mark, marked, show } = useCitations();
  const number = formatCount(source.number, words.locale);
  const name = source.name ?? words.message.file(source.fileId);
  return (
    <button
      type="button"
      data-slot="citation"
      data-marked={marked === source.number ? '' : undefined}
      aria-label={words.citation.chip(number, name)}
      title={name}
      onClick={() => show(source.number)}
      onPointerEnter={() => mark(source.number)}
      onPointerLeave={() => mark(undefined)}
      onFocus={() => mark(source.number)}
      onBlur={() => mark(undefined)}
    >
      {number}
    </button>
  );
}

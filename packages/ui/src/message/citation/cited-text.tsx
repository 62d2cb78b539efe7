'use client';

import { Fragment, type ReactNode } from 'react';
import { CitationChip } from './citation-chip.tsx';
import { useCitations } from './citation-context.tsx';
import { splitMarkers } from './split-markers.ts';

/** Text with a numbered chip in place of each citation marker. */
export function CitedText({ text }: { text: string }): ReactNode {
  const { citations, isStreaming } = useCitations();
  return splitMarkers(text, citations.byMarker, isStreaming).map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of a growing text keep their positions
    <Fragment key={index}>{typeof piece === 'string' ? piece : <CitationChip citation={piece} />}</Fragment>
  ));
}

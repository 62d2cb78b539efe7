'use client';

import { memo, type ReactNode, useState } from 'react';
import { createHighlighter } from './create-highlighter.ts';
import type { HighlightToken } from './highlight-code.ts';

interface HighlightedCodeProps {
  /** The result of `splitLines`. Not imported here: a module shared by two chunks becomes a third chunk. */
  chunks: readonly string[];
  language: string;
}

/** Highlighted code, chunk by chunk: a `<span>` for each comment, string and keyword, and text nodes. */
export default function HighlightedCode({ chunks, language }: HighlightedCodeProps): ReactNode {
  const [highlight] = useState(createHighlighter);
  return highlight(chunks, language).map(({ tokens }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the chunks of growing code keep their positions
    <Chunk key={index} tokens={tokens} />
  ));
}

const Chunk = memo(function Chunk({ tokens }: { tokens: readonly HighlightToken[] }): ReactNode {
  return (
    <span data-slot="code-lines">
      {tokens.map(({ kind, text }, index) =>
        kind === undefined ? (
          text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the tokens of growing code keep their positions
          <span key={index} data-token={kind}>
            {text}
          </span>
        ),
      )}
    </span>
  );
});

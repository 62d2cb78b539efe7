'use client';

import { memo, type ReactNode, useState } from 'react';
import { createHighlighter } from './create-highlighter.ts';
import type { HighlightToken } from './highlight-code.ts';

interface HighlightedCodeProps {
  /** Of `splitLines`, which is not imported here: the file would be in two parts of the page, and so in a third. */
  stretches: readonly string[];
  language: string;
}

/** Code in its inks, stretch by stretch: a `<span>` for each comment, string and keyword, the rest as bare text. */
export default function HighlightedCode({ stretches, language }: HighlightedCodeProps): ReactNode {
  const [highlight] = useState(createHighlighter);
  return highlight(stretches, language).map(({ tokens }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the stretches of growing code keep their places
    <Stretch key={index} tokens={tokens} />
  ));
}

const Stretch = memo(function Stretch({ tokens }: { tokens: readonly HighlightToken[] }): ReactNode {
  return (
    <span data-slot="code-lines">
      {tokens.map(({ kind, text }, index) =>
        kind === undefined ? (
          text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of a growing text keep their places
          <span key={index} data-token={kind}>
            {text}
          </span>
        ),
      )}
    </span>
  );
});

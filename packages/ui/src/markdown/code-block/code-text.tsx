'use client';

import { lazy, type ReactNode } from 'react';
import { LazyBoundary } from '../../internals/lazy-boundary.tsx';
import { splitLines } from './split-lines.ts';

interface CodeTextProps {
  code: string;
  /** `''` without a language. */
  language: string;
}

// Loaded with the first code block that has a language. If loading fails, the code stays without highlighting.
const HighlightedCode = lazy(() => import('./highlighted-code.tsx').catch(() => ({ default: Plain })));

/** Code without highlighting until the highlighter is loaded; the layout does not change then. */
export function CodeText({ code, language }: CodeTextProps): ReactNode {
  const chunks = splitLines(code);
  if (language === '') return <Plain chunks={chunks} />;
  return (
    <LazyBoundary fallback={<Plain chunks={chunks} />}>
      <HighlightedCode chunks={chunks} language={language} />
    </LazyBoundary>
  );
}

function Plain({ chunks }: { chunks: readonly string[] }): ReactNode {
  return chunks.map((text, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the chunks of growing code keep their positions
    <span key={index} data-slot="code-lines">
      {text}
    </span>
  ));
}

'use client';

import { lazy, type ReactNode } from 'react';
import { LazyBoundary } from '../../internals/lazy-boundary.tsx';
import { splitLines } from './split-lines.ts';

interface CodeTextProps {
  code: string;
  /** `''` for none. */
  language: string;
}

// Loaded with the first code that has a language. Where that fails the code stays in one ink, and readable.
const HighlightedCode = lazy(() => import('./highlighted-code.tsx').catch(() => ({ default: Plain })));

/** Code in one ink at once, and in its three inks as soon as they are there; nothing moves when they come. */
export function CodeText({ code, language }: CodeTextProps): ReactNode {
  const stretches = splitLines(code);
  if (language === '') return <Plain stretches={stretches} />;
  return (
    <LazyBoundary fallback={<Plain stretches={stretches} />}>
      <HighlightedCode stretches={stretches} language={language} />
    </LazyBoundary>
  );
}

function Plain({ stretches }: { stretches: readonly string[] }): ReactNode {
  return stretches.map((text, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the stretches of growing code keep their places
    <span key={index} data-slot="code-lines">
      {text}
    </span>
  ));
}

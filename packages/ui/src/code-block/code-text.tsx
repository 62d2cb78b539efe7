'use client';

import { lazy, type ReactNode, Suspense } from 'react';

interface CodeTextProps {
  code: string;
  /** `''` for none. */
  language: string;
}

// Loaded with the first code that has a language. Where that fails the code stays in one ink, and readable.
const Inked = lazy(() => import('./inked.tsx').catch(() => ({ default: ({ code }: CodeTextProps) => code })));

/** Code in one ink at once, and in its three inks as soon as they are there; nothing moves when they come. */
export function CodeText({ code, language }: CodeTextProps): ReactNode {
  if (language === '') return code;
  return (
    <Suspense fallback={code}>
      <Inked code={code} language={language} />
    </Suspense>
  );
}

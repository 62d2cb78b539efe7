'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Citations, NO_CITATIONS } from './collect-citations.ts';

interface CitationScope {
  readonly citations: Citations;
  readonly isStreaming: boolean;
  /** Number of the highlighted source. */
  readonly marked: number | undefined;
  mark(number: number | undefined): void;
}

const CitationContext = createContext<CitationScope>({
  citations: NO_CITATIONS,
  isStreaming: false,
  marked: undefined,
  mark: () => undefined,
});

export function useCitations(): CitationScope {
  return useContext(CitationContext);
}

export interface CitationsProviderProps {
  citations: Citations;
  isStreaming: boolean;
  children: ReactNode;
}

/** Shares the citations and the highlighted source between an answer's chips and its list of sources. */
export function CitationsProvider({ citations, isStreaming, children }: CitationsProviderProps): ReactNode {
  const [marked, mark] = useState<number>();
  const scope = useMemo(() => ({ citations, isStreaming, marked, mark }), [citations, isStreaming, marked]);
  return <CitationContext value={scope}>{children}</CitationContext>;
}

'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Citations, NO_CITATIONS } from './collect-citations.ts';

interface CitationContextValue {
  readonly citations: Citations;
  readonly isStreaming: boolean;
  /** Number of the highlighted source. */
  readonly highlighted: number | undefined;
  setHighlighted(number: number | undefined): void;
}

const CitationContext = createContext<CitationContextValue>({
  citations: NO_CITATIONS,
  isStreaming: false,
  highlighted: undefined,
  setHighlighted: () => undefined,
});

export function useCitations(): CitationContextValue {
  return useContext(CitationContext);
}

export interface CitationsProviderProps {
  citations: Citations;
  isStreaming: boolean;
  children: ReactNode;
}

/** Shares the citations and the highlighted source between a response's chips and its list of sources. */
export function CitationsProvider({ citations, isStreaming, children }: CitationsProviderProps): ReactNode {
  const [highlighted, setHighlighted] = useState<number>();
  const contextValue = useMemo(
    () => ({ citations, isStreaming, highlighted, setHighlighted }),
    [citations, isStreaming, highlighted],
  );
  return <CitationContext value={contextValue}>{children}</CitationContext>;
}

'use client';

import type { MessageObject } from '@threadkit/core';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Citations, NO_CITATIONS } from './collect-citations.ts';

/** The message with the citations. */
export type CitingMessage = Partial<Pick<MessageObject, 'thread_id' | 'run_id'>>;

interface CitationContextValue {
  readonly citations: Citations;
  readonly isStreaming: boolean;
  readonly message: CitingMessage;
  /** Number of the highlighted source. */
  readonly highlighted?: number | undefined;
  setHighlighted(number: number | undefined): void;
}

const CitationContext = createContext<CitationContextValue>({
  citations: NO_CITATIONS,
  isStreaming: false,
  message: {},
  setHighlighted: () => undefined,
});

export function useCitations(): CitationContextValue {
  return useContext(CitationContext);
}

export interface CitationsProviderProps {
  citations: Citations;
  isStreaming: boolean;
  message: CitingMessage;
  children: ReactNode;
}

/** Shares the citations and the highlighted source between a response's chips and its list of sources. */
export function CitationsProvider({
  citations,
  isStreaming,
  message,
  children,
}: CitationsProviderProps): ReactNode {
  const [highlighted, setHighlighted] = useState<number>();
  const contextValue = useMemo(
    () => ({
      citations,
      isStreaming,
      message,
      highlighted,
      setHighlighted,
    }),
    [citations, isStreaming, message, highlighted],
  );
  return <CitationContext value={contextValue}>{children}</CitationContext>;
}

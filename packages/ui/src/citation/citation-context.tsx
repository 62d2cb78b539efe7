'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Citations, NO_CITATIONS } from './collect-citations.ts';

interface CitationScope {
  readonly citations: Citations;
  readonly isStreaming: boolean;
  /** The number that is pointed at, in the text or in the list. */
  readonly marked: number | undefined;
  mark(number: number | undefined): void;
  /** Brings the list's row into view and marks it for a moment. */
  show(number: number): void;
  /** DOM id of a source's row. */
  rowId(number: number): string;
}

const CitationContext = createContext<CitationScope>({
  citations: NO_CITATIONS,
  isStreaming: false,
  marked: undefined,
  mark: () => undefined,
  show: () => undefined,
  rowId: () => '',
});

export function useCitations(): CitationScope {
  return useContext(CitationContext);
}

/** How long a row stays marked after its chip was pressed: a tap has no end as a hover has. */
const SHOWN_MS = 2000;

export interface CitationsProviderProps {
  citations: Citations;
  isStreaming: boolean;
  children: ReactNode;
}

/** Joins the chips in an answer's text to the list of its sources. */
export function CitationsProvider({ citations, isStreaming, children }: CitationsProviderProps): ReactNode {
  const [marked, mark] = useState<number>();
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rowId = useCallback((number: number) => `${id}-${number}`, [id]);
  const show = useCallback(
    (number: number) => {
      mark(number);
      document.getElementById(rowId(number))?.scrollIntoView({ block: 'nearest' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => mark(undefined), SHOWN_MS);
    },
    [rowId],
  );
  // Ends what a press began.
  useEffect(() => () => clearTimeout(timer.current), []);
  const scope = useMemo(
    () => ({ citations, isStreaming, marked, mark, show, rowId }),
    [citations, isStreaming, marked, show, rowId],
  );
  return <CitationContext value={scope}>{children}</CitationContext>;
}

'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

interface StepHighlight {
  /** The step that the pointer or the focus is on. */
  readonly stepId?: string | undefined;
  /** Undefined while the details of the run are closed: then nothing is highlighted. */
  readonly setStepId?: ((stepId: string | undefined) => void) | undefined;
}

interface StepHighlightContextValue extends StepHighlight {
  setActive(isActive: boolean): void;
}

const StepHighlightContext = createContext<StepHighlightContextValue>({ setActive: () => undefined });

/** Connects the rows of a run to its details: the step under the pointer or the focus is highlighted in both. */
export function StepHighlightProvider({ children }: { children: ReactNode }): ReactNode {
  const [stepId, setStepId] = useState<string>();
  const [isActive, setActive] = useState(false);
  const value = useMemo(
    () => (isActive ? { stepId, setStepId, setActive } : { setActive }),
    [stepId, isActive],
  );
  return <StepHighlightContext value={value}>{children}</StepHighlightContext>;
}

/** For the details of a run: highlights steps while this is mounted. */
export function useStepHighlight(): StepHighlight {
  const { setActive, ...highlight } = useContext(StepHighlightContext);
  useEffect(() => {
    setActive(true);
    return () => setActive(false);
  }, [setActive]);
  return highlight;
}

/** Props for a row of a step. Empty while the details of the run are closed. */
export function useStepRowProps(stepId: string): RowProps {
  return stepRowProps(stepId, useContext(StepHighlightContext));
}

interface RowProps {
  readonly 'data-highlighted'?: '' | undefined;
  readonly onPointerEnter?: () => void;
  readonly onPointerLeave?: () => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** Props for a row of a step, by the step that is highlighted. */
export function stepRowProps(
  stepId: string | undefined,
  { stepId: highlighted, setStepId }: StepHighlight,
): RowProps {
  const mark = {
    'data-highlighted': stepId !== undefined && stepId === highlighted ? '' : undefined,
  } as const;
  if (!setStepId) return mark;
  const enter = (): void => setStepId(stepId);
  const leave = (): void => setStepId(undefined);
  return { ...mark, onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave };
}

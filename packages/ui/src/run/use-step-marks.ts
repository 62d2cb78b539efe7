'use client';

import { type RefCallback, useCallback, useState } from 'react';

const MARKED = 'data-marked';

/** The step that an element of the turn belongs to. */
function stepIdOf(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-step-id]') : null;
  return element?.dataset['stepId'];
}

/**
 * Which step the pointer or the focus is on, anywhere in the turn around `ref`, for a picture that stands below the
 * steps. The step's own rows get `data-marked` as long.
 */
export function useStepMarks(): {
  readonly ref: RefCallback<HTMLElement>;
  readonly markedStepId: string | undefined;
} {
  const [markedStepId, setMarked] = useState<string>();
  // Joins the turn's other parts, which know nothing of the picture and are not loaded with it.
  const ref = useCallback<RefCallback<HTMLElement>>((element) => {
    const turn = element?.closest<HTMLElement>('[data-slot="chat-run"]');
    if (!turn) return;
    let marked: string | undefined;
    const mark = (stepId: string | undefined): void => {
      if (stepId === marked) return;
      marked = stepId;
      for (const row of turn.querySelectorAll<HTMLElement>('[data-slot="run-step"][data-step-id]')) {
        row.toggleAttribute(MARKED, row.dataset['stepId'] === stepId);
      }
      setMarked(stepId);
    };
    const onEnter = (event: Event): void => mark(stepIdOf(event.target));
    const onLeave = (): void => mark(undefined);
    turn.addEventListener('pointerover', onEnter);
    turn.addEventListener('focusin', onEnter);
    turn.addEventListener('pointerleave', onLeave);
    turn.addEventListener('focusout', onLeave);
    return () => {
      onLeave();
      turn.removeEventListener('pointerover', onEnter);
      turn.removeEventListener('focusin', onEnter);
      turn.removeEventListener('pointerleave', onLeave);
      turn.removeEventListener('focusout', onLeave);
    };
  }, []);
  return { ref, markedStepId };
}

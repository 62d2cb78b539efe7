import type { RunStepObject, StreamEvent } from '@threadkit/core/api';
import { REASONING_ID_PREFIX } from '../shared/reasoning-id.ts';
import type { StoredEvent } from '../storage/storage.ts';

/**
 * What a server does with the reasoning that models show. `omit`: nothing · `stream`: sends it, and keeps its time but not its text
 * after the run · `keep`: stores the text in the step.
 */
export type ReasoningMode = 'omit' | 'stream' | 'keep';

/** Accumulates the text of a reasoning step, and the text not yet taken. */
export interface ReasoningAccumulator {
  /** The step as of the last {@link takeDeltas}. */
  readonly step: RunStepObject;
  add(text: string): void;
  takeDeltas(): readonly StreamEvent[];
}

export function createReasoningAccumulator(emptyStep: RunStepObject): ReasoningAccumulator {
  let step = emptyStep;
  let taken = '';
  let pending = '';
  return {
    get step() {
      return step;
    },
    add(text) {
      pending += text;
    },
    takeDeltas() {
      if (pending === '') return [];
      const reasoning = { text: pending };
      taken += pending;
      pending = '';
      step = { ...step, step_details: { type: 'reasoning', reasoning: { text: taken } } };
      const { id } = step;
      return [
        {
          event: 'thread.run.step.delta',
          data: {
            id,
            object: 'thread.run.step.delta',
            delta: { step_details: { type: 'reasoning', reasoning } },
          },
        },
      ];
    },
  };
}

/** A step without the text of its reasoning; others are unchanged. */
export function withoutReasoning(step: RunStepObject): RunStepObject {
  if (step.step_details.type !== 'reasoning') return step;
  return { ...step, step_details: { type: 'reasoning', reasoning: { text: '' } } };
}

/** Whether an event is of a reasoning step: only clients that declare it get those. */
export function isReasoningEvent({ event, json }: StoredEvent): boolean {
  // The id is the first member of steps and deltas.
  return event.startsWith('thread.run.step.') && json.startsWith(`{"id":"${REASONING_ID_PREFIX}`);
}

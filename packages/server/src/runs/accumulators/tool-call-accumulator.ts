import type { RunStepObject, StepToolCall, StepToolCallDelta, StreamEvent } from '@threadkit/core/api';

/** The calls of a step while a model call writes them, and the deltas not yet taken. */
export interface ToolCallAccumulator<C extends StepToolCall> {
  /** The step as of the last {@link takeDeltas}. */
  readonly step: RunStepObject;
  readonly calls: readonly C[];
  /** Adds or replaces a call, with the deltas that lead to it. */
  put(index: number, call: C, deltas: readonly StepToolCallDelta[]): void;
  /** The events since the last call. Updates {@link step}. */
  takeDeltas(): StreamEvent[];
}

/** `merge` joins a delta with the previous one of the same call into one event; undefined keeps both. */
export function createToolCallAccumulator<C extends StepToolCall>(
  emptyStep: RunStepObject,
  merge: (last: StepToolCallDelta, next: StepToolCallDelta) => StepToolCallDelta | undefined,
): ToolCallAccumulator<C> {
  let step = emptyStep;
  const calls: C[] = [];
  let deltas: StepToolCallDelta[] = [];
  return {
    get step() {
      return step;
    },
    calls,

    put(index, call, added) {
      calls[index] = call;
      for (const delta of added) {
        const last = deltas.at(-1);
        const merged = last?.index === delta.index ? merge(last, delta) : undefined;
        if (merged) deltas.splice(-1, 1, merged);
        else deltas.push(delta);
      }
    },

    takeDeltas() {
      if (deltas.length === 0) return [];
      const { id } = step;
      step = { ...step, step_details: { type: 'tool_calls', tool_calls: calls.slice() } };
      const events = deltas.map(
        (call): StreamEvent => ({
          event: 'thread.run.step.delta',
          data: {
            id,
            object: 'thread.run.step.delta',
            delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
          },
        }),
      );
      deltas = [];
      return events;
    },
  };
}

import type { RunStepObject } from '@threadkit/core';

/** Rows that steps have in the record: one for each call, since a step may hold several. */
export function countCalls(steps: readonly RunStepObject[]): number {
  return steps.reduce(
    (sum, { step_details: details }) => sum + (details.type === 'tool_calls' ? details.tool_calls.length : 0),
    0,
  );
}

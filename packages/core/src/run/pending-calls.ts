import type { RequiredFunctionToolCall, RunObject } from '../api/index.ts';

/** The calls whose outputs the run requires. */
export function pendingCalls({ required_action: action }: RunObject): readonly RequiredFunctionToolCall[] {
  return action?.submit_tool_outputs.tool_calls ?? [];
}

/** A key of the required calls: equal for the same calls in any order. */
export function pendingKey(run: RunObject): string {
  return pendingCalls(run)
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

import type { RequiredFunctionToolCall, RunObject } from '../api/index.ts';

/** The calls whose outputs a run waits for. */
export function pendingCalls({ required_action: action }: RunObject): readonly RequiredFunctionToolCall[] {
  return action?.submit_tool_outputs.tool_calls ?? [];
}

/** Names the calls that a run waits for: equal for the same calls, in whichever order they come. */
export function pendingKey(run: RunObject): string {
  return pendingCalls(run)
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

import { parseToolOutput, type StepToolCall, type ToolCallResult, type ToolCallState } from '@threadkit/core';

/** The result of a function call: of this page if it has one, else the stored output. */
export function readCallResult(
  call: StepToolCall,
  live: ToolCallState | undefined,
): ToolCallResult | undefined {
  if (live?.state === 'settled' || live?.state === 'submitted') return live.result;
  if (call.type !== 'function' || call.function.output === null) return undefined;
  return parseToolOutput(call.function.output);
}

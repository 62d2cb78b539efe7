import type { RunCompletionUsage, RunObject } from '@threadkit/core/api';

/** Left to the response of a prompt that fills the window by its count: counts are estimates, and the provider knows better. */
const MIN_RESPONSE_TOKENS = 256;

/**
 * The tokens that the response of the next model call may have: the rest of `max_completion_tokens`, as far as the window has room beside
 * the prompt. A provider refuses a request whose prompt and response together may exceed the window. Null without a budget;
 * `contextTokens` is undefined when it is not known.
 */
export function responseRoom(
  { max_completion_tokens: maxCompletion }: RunObject,
  spent: RunCompletionUsage | null,
  contextTokens: number | undefined,
  promptTokens: number,
): number | null {
  if (maxCompletion === null) return null;
  const budget = maxCompletion - (spent?.completion_tokens ?? 0);
  if (contextTokens === undefined) return budget;
  return Math.min(budget, Math.max(MIN_RESPONSE_TOKENS, Math.floor(contextTokens - promptTokens)));
}

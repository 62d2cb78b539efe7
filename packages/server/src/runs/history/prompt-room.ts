import type { RunCompletionUsage, RunObject } from '@threadkit/core/api';

/** Tokens of a prompt when the size of the window is unknown: with a response, they fit into 128,000. */
const DEFAULT_PROMPT_TOKENS = 100_000;
/** Reserved for the response: a quarter of the window, at most this. */
const MAX_RESERVED_TOKENS = 16_384;

/**
 * The tokens that the prompt of the next model call may have: what the window leaves after the response, and the rest of
 * `max_prompt_tokens`. May be negative. `contextTokens` is undefined when it is not known.
 */
export function promptRoom(
  { max_prompt_tokens: maxPrompt, max_completion_tokens: maxCompletion }: RunObject,
  spent: RunCompletionUsage | null,
  contextTokens: number | undefined,
): number {
  const budget = maxPrompt === null ? Number.POSITIVE_INFINITY : maxPrompt - (spent?.prompt_tokens ?? 0);
  if (contextTokens === undefined) return Math.min(DEFAULT_PROMPT_TOKENS, budget);
  const reserved =
    maxCompletion === null
      ? Math.min(contextTokens / 4, MAX_RESERVED_TOKENS)
      : // A budget is often larger than any response.
        Math.min(contextTokens / 2, Math.max(0, maxCompletion - (spent?.completion_tokens ?? 0)));
  return Math.min(contextTokens - reserved, budget);
}

import type { RunCompletionUsage, RunStepObject } from '@threadkit/core/api';

export function addUsage(a: RunCompletionUsage, b: RunCompletionUsage): RunCompletionUsage {
  return {
    prompt_tokens: a.prompt_tokens + b.prompt_tokens,
    completion_tokens: a.completion_tokens + b.completion_tokens,
    total_tokens: a.total_tokens + b.total_tokens,
    prompt_token_details: {
      cached_tokens:
        (a.prompt_token_details?.cached_tokens ?? 0) + (b.prompt_token_details?.cached_tokens ?? 0),
    },
    completion_tokens_details: {
      reasoning_tokens:
        (a.completion_tokens_details?.reasoning_tokens ?? 0) +
        (b.completion_tokens_details?.reasoning_tokens ?? 0),
    },
  };
}

/**
 * An engine's usage as non-negative integers, since budgets are computed from it. Invalid counts become 0, and the total is
 * at least the sum.
 */
export function wholeUsage(usage: RunCompletionUsage | null | undefined): RunCompletionUsage {
  const prompt = wholeCount(usage?.prompt_tokens);
  const completion = wholeCount(usage?.completion_tokens);
  return {
    ...usage,
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: Math.max(wholeCount(usage?.total_tokens), prompt + completion),
    ...(usage?.prompt_token_details && {
      prompt_token_details: { cached_tokens: wholeCount(usage.prompt_token_details.cached_tokens) },
    }),
    ...(usage?.completion_tokens_details && {
      completion_tokens_details: {
        reasoning_tokens: wholeCount(usage.completion_tokens_details.reasoning_tokens),
      },
    }),
  };
}

function wholeCount(count: unknown): number {
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

export const NO_USAGE: RunCompletionUsage = {
  prompt_tokens: 0,
  completion_tokens: 0,
  total_tokens: 0,
  prompt_token_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
};

/**
 * A run's usage: the sum over its steps; null when no step has any. `pending` is the usage of a step that waits for
 * tool outputs and does not include it yet.
 */
export function usageOfSteps(
  steps: readonly RunStepObject[],
  pending: RunCompletionUsage | null = null,
): RunCompletionUsage | null {
  return steps.reduce<RunCompletionUsage | null>(
    (sum, { usage }) => (usage ? addUsage(sum ?? NO_USAGE, usage) : sum),
    pending,
  );
}

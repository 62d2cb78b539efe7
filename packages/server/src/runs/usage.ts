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
 * What an engine counted, in whole numbers of 0 and more: budgets are reckoned with it. What is none counts as 0, and the
 * total is no less than the sum.
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
 * A run's usage is the sum of its steps'; null when none of them has any. `pending` is what a step that waited for
 * tool outputs has cost, and does not say yet.
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

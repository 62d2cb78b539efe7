import type { RunCompletionUsage } from '@threadkit/core/api';

export const NO_USAGE: RunCompletionUsage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** Counts pieces when the provider reports no usage, so that the budget holds over several model calls. */
export function withPieces(usage: RunCompletionUsage, pieces: number): RunCompletionUsage {
  if (usage.completion_tokens > 0) return usage;
  return {
    ...usage,
    completion_tokens: pieces,
    total_tokens: Math.max(usage.total_tokens, usage.prompt_tokens + pieces),
  };
}

import type { RunCompletionUsage } from '@threadkit/core/api';
import { asCount, asObject } from '../provider/json-values.ts';

/** Tokens of a `finish` part. Missing and invalid counts are 0: not every provider reports them. */
export function readUsage(value: unknown): RunCompletionUsage {
  const input = asObject(asObject(value)['inputTokens']);
  const output = asObject(asObject(value)['outputTokens']);
  const cached = asCount(input['cacheRead']);
  const prompt = asCount(input['total']) || asCount(input['noCache']) + cached + asCount(input['cacheWrite']);
  const reasoning = asCount(output['reasoning']);
  const completion = asCount(output['total']) || asCount(output['text']) + reasoning;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_token_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: reasoning },
  };
}

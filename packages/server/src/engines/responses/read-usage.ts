import type { RunCompletionUsage } from '@threadkit/core/api';
import { isRecord } from '../../shared/is-record.ts';
import { asCount, asObject } from '../provider/json-values.ts';

/** Undefined when there is no usage. Invalid counts become 0. */
export function readUsage(usage: unknown): RunCompletionUsage | undefined {
  if (!isRecord(usage)) return undefined;
  const prompt = asCount(usage['input_tokens']);
  const completion = asCount(usage['output_tokens']);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: asCount(usage['total_tokens']) || prompt + completion,
    prompt_token_details: {
      cached_tokens: asCount(asObject(usage['input_tokens_details'])['cached_tokens']),
    },
    completion_tokens_details: {
      reasoning_tokens: asCount(asObject(usage['output_tokens_details'])['reasoning_tokens']),
    },
  };
}

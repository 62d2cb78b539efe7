import type { RunCompletionUsage } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { wholeUsage } from './usage.ts';

describe('wholeUsage', () => {
  it.each<[string, unknown, object]>([
    ['integers', [5, 1, 6], [5, 1, 6]],
    ['a larger total that includes separate reasoning tokens', [5, 1, 9], [5, 1, 9]],
    ['a missing total', [5, 1, undefined], [5, 1, 6]],
    ['null', [5, null, 5], [5, 0, 5]],
    ['text', ['05', '1', '6'], [0, 0, 0]],
    ['negative numbers', [-3, 1, -2], [0, 1, 1]],
    ['fractions and non-numbers', [0.5, Number.NaN, Number.POSITIVE_INFINITY], [0, 0, 0]],
  ])('usage with %s is normalized', (_what, given, counted) => {
    const [prompt, completion, total] = given as number[];
    const usage = {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: total,
    } as RunCompletionUsage;
    expect(Object.values(wholeUsage(usage))).toEqual(counted);
  });

  it('missing usage becomes zeros', () => {
    expect(wholeUsage(null)).toEqual({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 });
    expect(wholeUsage(undefined)).toEqual(wholeUsage(null));
  });

  it('usage details are normalized', () => {
    const usage = {
      prompt_token_details: { cached_tokens: '05' },
      completion_tokens_details: { reasoning_tokens: -3 },
    } as unknown as RunCompletionUsage;
    expect(wholeUsage(usage)).toMatchObject({
      prompt_token_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    });
  });

  it('valid usage details are kept', () => {
    const details = { prompt_token_details: { cached_tokens: 4 } };
    const usage = { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6, ...details };
    expect(wholeUsage(usage)).toEqual(usage);
  });
});

import type { RunCompletionUsage } from '@threadkit/core';
import { expect, test } from 'vitest';
import { calculateCost, formatCost } from './calculate-cost.ts';

const usage: RunCompletionUsage = {
  prompt_tokens: 1_000_000,
  completion_tokens: 500_000,
  total_tokens: 1_500_000,
};
const prices = { currency: 'USD', inputPerMillion: 2, outputPerMillion: 8 };

test('input and output tokens have separate prices', () => {
  expect(calculateCost(usage, prices)).toBe(6);
});

test('cached input has its own price, or else the price of input', () => {
  const cached = { ...usage, prompt_token_details: { cached_tokens: 600_000 } };
  expect(calculateCost(cached, { ...prices, cachedInputPerMillion: 0.5 })).toBeCloseTo(0.8 + 0.3 + 4);
  expect(calculateCost(cached, prices)).toBe(6);
});

test('reasoning tokens are part of the output and not charged twice', () => {
  expect(calculateCost({ ...usage, completion_tokens_details: { reasoning_tokens: 400_000 } }, prices)).toBe(
    6,
  );
});

test.each([
  [1.256, 'USD', 'en', '$1.26'],
  [0.00432, 'USD', 'en', '$0.0043'],
  [0.5, 'USD', 'en', '$0.5'],
  [0, 'USD', 'en', '$0.00'],
  [1234.5, 'EUR', 'de', '1.234,50\u00a0€'],
])('formatCost formats %d %s in %s as %s', (cost, currency, locale, written) => {
  expect(formatCost(cost, currency, locale)).toBe(written);
});

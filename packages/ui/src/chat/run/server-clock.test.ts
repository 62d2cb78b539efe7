import { expect, test } from 'vitest';
import { retryAfterMs } from './server-clock.ts';

test.each([
  ['Rate limit reached. Please try again in 7s.', 7000],
  ['Please try again in 7.06s. Visit the docs.', 7060],
  ['Please try again in 20ms.', 20],
  ['Please try again in 1m12s.', 72_000],
  ['Please try again in 2h0m0s.', 7_200_000],
  ['Please try again in a moment.', undefined],
  ['You exceeded your current quota.', undefined],
])('retryAfterMs of %j is %j', (message, ms) => {
  expect(retryAfterMs(message)).toBe(ms);
});

import { expect, it } from 'vitest';
import { backoffMs } from './retry.ts';

it.each([
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [9, 8_000],
])('backoffMs of attempt %i is %i ms, minus up to a quarter by the injected randomness', (attempt, full) => {
  expect(backoffMs(attempt, { random: () => 0 })).toBe(full);
  expect(backoffMs(attempt, { random: () => 0.8 })).toBe(full * 0.8);
});

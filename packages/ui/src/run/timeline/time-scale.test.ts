import { expect, test } from 'vitest';
import { timeScale } from './time-scale.ts';

test.each([
  [0, 1000],
  [900, 1000],
  [1001, 2000],
  [17_000, 20_000],
  [20_000, 20_000],
  [61_000, 120_000],
  [595_000, 600_000],
  [7_200_001, 14_400_000],
])('a row of %i ms has an axis of %i ms', (longestMs, spanMs) => {
  expect(timeScale(longestMs).spanMs).toBe(spanMs);
});

test('the axis has four equal intervals', () => {
  expect(timeScale(17_000).ticksMs).toEqual([0, 5000, 10_000, 15_000, 20_000]);
});

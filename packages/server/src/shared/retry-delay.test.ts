import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

describe('retryDelayMs', () => {
  it.each<[{ afterMs?: number }, number, number, number | undefined]>([
    [{}, 0, 0, 1000],
    [{}, 0, 0.9, 550],
    [{}, 3, 0, 8000],
    [{}, 50, 0, 60_000],
    [{ afterMs: 20_000 }, 0, 0, 20_000],
    [{ afterMs: 20_000 }, 5, 0.5, 21_000],
    [{ afterMs: 60_001 }, 0, 0, undefined],
    [{ afterMs: 0 }, 0, 0, 1000],
    [{ afterMs: -5 }, 1, 0, 2000],
    [{ afterMs: Number.NaN }, 0, 0, 1000],
  ])('for %j, retry %i and randomness %d it is %s', (retry, retries, random, ms) => {
    expect(retryDelayMs(retry, retries, () => random)).toBe(ms);
  });
});

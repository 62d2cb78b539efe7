import { describe, expect, it } from 'vitest';
import { quantile, ratiosOf, spreadOf } from './statistics.ts';

describe('quantile', () => {
  it('quantile returns the middle of three values, and the mean of the middle two of four', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
  });

  it('quantile returns NaN for an empty list', () => {
    expect(quantile([], 0.95)).toBeNaN();
  });
});

it('spreadOf returns median, minimum, maximum and count', () => {
  expect(spreadOf([5, 9, 7])).toEqual({ median: 7, min: 5, max: 9, count: 3 });
});

describe('ratiosOf', () => {
  it('ratiosOf divides values of the same repetition', () => {
    expect(ratiosOf([2, 30], [1, 10])).toEqual([2, 3]);
  });

  it('ratiosOf skips repetitions in which a value is missing or the base is zero', () => {
    expect(ratiosOf([2, undefined, 8], [undefined, 1, 4])).toEqual([2]);
    expect(ratiosOf([2], [0])).toEqual([]);
  });
});

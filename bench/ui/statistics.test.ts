import { describe, expect, it } from 'vitest';
import { quantile, ratiosOf, spreadOf } from './statistics.ts';

describe('quantile', () => {
  it('is the middle of three, and between the two in the middle of four', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
  });

  it('is no number where nothing was measured', () => {
    expect(quantile([], 0.95)).toBeNaN();
  });
});

it('tells the spread as the least and the most', () => {
  expect(spreadOf([5, 9, 7])).toEqual({ median: 7, min: 5, max: 9, count: 3 });
});

describe('ratiosOf', () => {
  it('compares within one repetition', () => {
    expect(ratiosOf([2, 30], [1, 10])).toEqual([2, 3]);
  });

  it('leaves out a repetition that one of the two has not', () => {
    expect(ratiosOf([2, undefined, 8], [undefined, 1, 4])).toEqual([2]);
    expect(ratiosOf([2], [0])).toEqual([]);
  });
});

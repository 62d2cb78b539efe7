import { describe, expect, it } from 'vitest';
import { figure, table, times, withSpread } from './figures.ts';

describe('figure', () => {
  it('keeps about three digits, whatever the size', () => {
    expect([12_345, 123.4, 12.34, 1.234, 0.1234, 0.001234].map(figure)).toEqual([
      '12,345',
      '123',
      '12.3',
      '1.23',
      '0.123',
      '0.0012',
    ]);
    expect(figure(0)).toBe('0');
  });

  it('is a dash where nothing was measured', () => {
    expect(figure(Number.NaN)).toBe('–');
    expect(times({ median: Number.NaN, min: Number.NaN, max: Number.NaN, count: 0 })).toBe('–');
  });
});

it('tells the spread only of what was measured more than once', () => {
  expect(withSpread({ median: 2, min: 1, max: 3, count: 3 })).toBe('2.00 (1.00–3.00)');
  expect(withSpread({ median: 2, min: 2, max: 2, count: 1 })).toBe('2.00');
});

it('sets names left and figures right', () => {
  expect(table(['page', 'ms'], [['floor', '1']])).toBe('| page | ms |\n| --- | ---: |\n| floor | 1 |');
});

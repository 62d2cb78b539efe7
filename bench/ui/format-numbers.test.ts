import { describe, expect, it } from 'vitest';
import { formatNumber, formatRatio, formatSpread, table } from './format-numbers.ts';

describe('formatNumber', () => {
  it('formatNumber rounds to about three significant digits', () => {
    expect([12_345, 123.4, 12.34, 1.234, 0.1234, 0.001234].map(formatNumber)).toEqual([
      '12,345',
      '123',
      '12.3',
      '1.23',
      '0.123',
      '0.0012',
    ]);
    expect(formatNumber(0)).toBe('0');
  });

  it('formatNumber returns a dash for NaN', () => {
    expect(formatNumber(Number.NaN)).toBe('–');
    expect(formatRatio({ median: Number.NaN, min: Number.NaN, max: Number.NaN, count: 0 })).toBe('–');
  });
});

it('formatSpread shows the range only with more than one measurement', () => {
  expect(formatSpread({ median: 2, min: 1, max: 3, count: 3 })).toBe('2.00 (1.00–3.00)');
  expect(formatSpread({ median: 2, min: 2, max: 2, count: 1 })).toBe('2.00');
});

it('table aligns the first column left and the others right', () => {
  expect(table(['page', 'ms'], [['floor', '1']])).toBe('| page | ms |\n| --- | ---: |\n| floor | 1 |');
});

import { describe, expect, test } from 'vitest';
import { formatClock, formatCount, formatDuration } from './format.ts';

describe('formatDuration', () => {
  test.each([
    [0, '0 s'],
    [1840, '1.8 s'],
    [14_000, '14 s'],
    [14_200, '14.2 s'],
    [59_990, '1 min'],
    [60_000, '1 min'],
    [65_000, '1 min 5 s'],
    [3_600_000, '1 h'],
    [7_380_000, '2 h 3 min'],
  ])('%i ms reads as %s in English', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  test('a negative span, as a skewed clock gives, reads as zero', () => {
    expect(formatDuration(-500, 'en')).toBe('0 s');
  });

  test('the decimal separator is the locale’s', () => {
    expect(formatDuration(1840, 'de')).toBe('1,8 Sek.');
  });
});

test('counts carry the locale’s separators', () => {
  expect(formatCount(2148, 'en')).toBe('2,148');
});

describe('formatClock', () => {
  test.each([
    [581_000, '9:41'],
    [580_001, '9:41'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-1, '0:00'],
  ])('%i ms left reads as %s', (ms, text) => {
    expect(formatClock(ms)).toBe(text);
  });
});

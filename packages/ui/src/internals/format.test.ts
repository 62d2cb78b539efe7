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
  ])('formatDuration formats %i ms as %s in English', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  test('formatDuration formats a negative duration, as from a skewed clock, as zero', () => {
    expect(formatDuration(-500, 'en')).toBe('0 s');
  });

  test.each([
    ['de', '1,8 Sek.', '2 Std. 3 Min.'],
    ['es', '1,8 s', '2 h 3 min'],
    ['fr', '1,8 s', '2 h 3 min'],
    ['ja', '1.8 秒', '2 時間 3 分'],
    ['zh-CN', '1.8秒', '2小时3分钟'],
    ['ar', '1.8 ث', '2 س 3 د'],
  ])('formatDuration uses the units and separators of %s', (locale, short, long) => {
    const plainSpaces = (text: string): string => text.replaceAll(/\s/g, ' ');
    expect(plainSpaces(formatDuration(1840, locale))).toBe(short);
    expect(plainSpaces(formatDuration(7_380_000, locale))).toBe(long);
  });
});

test('formatCount uses the separators of the locale', () => {
  expect(formatCount(2148, 'en')).toBe('2,148');
});

describe('formatClock', () => {
  test.each([
    [581_000, '9:41'],
    [580_001, '9:41'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-1, '0:00'],
  ])('formatClock formats %i ms as %s', (ms, text) => {
    expect(formatClock(ms, 'en')).toBe(text);
  });

  test('formatClock uses the digits of the locale', () => {
    expect(formatClock(9_000, 'ar-EG')).toBe('٠:٠٩');
  });
});

import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.UTC(2026, 11, 2, 9, 58, 30);

describe('retryAfterMs', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['a fraction of a second', { 'retry-after': '0.2' }, 200],
    ['a zero delay', { 'retry-after': '0' }, 0],
    ['an HTTP date', { 'retry-after': 'Wed, 02 Dec 2026 10:00:00 GMT' }, 90_000],
    ['a past HTTP date', { 'retry-after': 'Wed, 02 Dec 2026 09:00:00 GMT' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
    ['milliseconds rather than seconds', { 'retry-after-ms': '90500', 'retry-after': '1' }, 90_500],
    ['seconds if the milliseconds are invalid', { 'retry-after-ms': 'x', 'retry-after': '3' }, 3000],
    ['no header', {}, undefined],
    ['an empty header', { 'retry-after': ' ' }, undefined],
    ['text', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['more than a day', { 'retry-after': '1e12' }, undefined],
  ])('retryAfterMs reads %s', (_form, headers, ms) => {
    expect(retryAfterMs(new Headers(headers), NOW)).toBe(ms);
  });
});

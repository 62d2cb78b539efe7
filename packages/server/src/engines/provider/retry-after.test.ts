import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const NOW = Date.UTC(2026, 11, 2, 9, 58, 30);

describe('retryAfterSeconds', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '7' }, 7],
    ['a fraction of a second', { 'retry-after': '0.2' }, 1],
    ['a zero delay', { 'retry-after': '0' }, 1],
    ['an HTTP date', { 'retry-after': 'Wed, 02 Dec 2026 10:00:00 GMT' }, 90],
    ['a past HTTP date', { 'retry-after': 'Wed, 02 Dec 2026 09:00:00 GMT' }, 1],
    ['milliseconds', { 'retry-after-ms': '1500' }, 2],
    ['milliseconds rather than seconds', { 'retry-after-ms': '90500', 'retry-after': '1' }, 91],
    ['seconds if the milliseconds are invalid', { 'retry-after-ms': 'x', 'retry-after': '3' }, 3],
    ['no header', {}, undefined],
    ['an empty header', { 'retry-after': ' ' }, undefined],
    ['text', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['more than a day', { 'retry-after': '1e12' }, undefined],
  ])('retryAfterSeconds reads %s', (_form, headers, seconds) => {
    expect(retryAfterSeconds(new Headers(headers), NOW)).toBe(seconds);
  });
});

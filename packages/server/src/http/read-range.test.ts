import { expect, it } from 'vitest';
import { readRange } from './read-range.ts';

const of10 = (range: string, more: Record<string, string> = {}) =>
  readRange(new Headers({ range, ...more }), 10);

it.each([
  ['bytes=0-3', { start: 0, end: 4 }],
  ['bytes=3-', { start: 3, end: 10 }],
  ['bytes=-4', { start: 6, end: 10 }],
  ['bytes=-40', { start: 0, end: 10 }],
  ['bytes=9-99', { start: 9, end: 10 }],
])('%s of ten bytes is a part', (range, part) => {
  expect(of10(range)).toEqual(part);
});

it.each(['bytes=0-1,4-5', 'lines=0-1', 'bytes=-', 'bytes=5-3', 'bytes=a-b', ''])('%j is ignored', (range) => {
  expect(of10(range)).toBeUndefined();
});

it('a condition is not met', () => {
  expect(of10('bytes=0-3', { 'if-range': '"v1"' })).toBeUndefined();
});

it.each(['bytes=10-', 'bytes=12-14', 'bytes=-0'])('%s is outside of ten bytes', (range) => {
  expect(() => of10(range)).toThrow(
    expect.objectContaining({ status: 416, headers: { 'content-range': 'bytes */10' } }),
  );
});

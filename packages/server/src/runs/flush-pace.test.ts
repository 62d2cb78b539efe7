import { describe, expect, it } from 'vitest';
import { flushPace } from './flush-pace.ts';

/** Characters written to the storage while a response of this length arrives. */
function storedChars(length: number): number {
  let stored = 0;
  for (let written = 0; written < length; ) {
    written += Math.ceil(flushPace(written).chars);
    stored += written;
  }
  return stored;
}

describe('flushPace', () => {
  it('the flush pace is constant for responses up to 50,000 characters', () => {
    expect(flushPace(0)).toEqual({ ms: 50, chars: 1000 });
    expect(flushPace(50_000)).toEqual({ ms: 50, chars: 1000 });
  });

  it('the storage cost is linear in the length of a response', () => {
    const cost = (length: number) => storedChars(length) / length;
    expect(cost(2_000_000)).toBeLessThan(cost(200_000) * 1.5);
  });
});

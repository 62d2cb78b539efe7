import { describe, expect, it } from 'vitest';
import { flushPace } from './flush-pace.ts';

/** Characters that are written to the storage while an answer of this length comes in one after the other. */
function storedChars(length: number): number {
  let stored = 0;
  for (let written = 0; written < length; ) {
    written += Math.ceil(flushPace(written).chars);
    stored += written;
  }
  return stored;
}

describe('flushPace', () => {
  it('is the same for all answers of a common length', () => {
    expect(flushPace(0)).toEqual({ ms: 50, chars: 1000 });
    expect(flushPace(50_000)).toEqual({ ms: 50, chars: 1000 });
  });

  it('makes the cost of a long answer grow with its length, and not with the square of it', () => {
    const cost = (length: number) => storedChars(length) / length;
    expect(cost(2_000_000)).toBeLessThan(cost(200_000) * 1.5);
  });
});

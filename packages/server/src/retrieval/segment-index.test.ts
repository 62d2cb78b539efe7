import { describe, expect, it } from 'vitest';
import { buildKeywordSegment, readKeywordSegment } from './keyword-segment.ts';
import { readSegmentIndex, withVectors } from './segment-index.ts';

const keywords = buildKeywordSegment([['a', 'b'], ['c']]);
const vectors = [Float32Array.of(3, -4, 0), Float32Array.of(0, 0, 0)];

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('the index of a segment', () => {
  it('has the keywords and the vectors that it was made of', () => {
    const { keywords: read, vectors: stored } = readSegmentIndex(withVectors(keywords, 'modèle-1', vectors));
    expect(read).toEqual(keywords);
    expect(readKeywordSegment(read).size).toBe(2);
    expect(stored).toMatchObject({ model: 'modèle-1', dimensions: 3, size: 2 });
    expect([...(stored?.values ?? [])]).toEqual([95, -127, 0, 0, 0, 0]);
    expect(stored?.scaleOf(0)).toBeCloseTo(1 / Math.hypot(95, 127), 6);
    expect(stored?.scaleOf(1)).toBe(0);
  });

  it('is that of its keywords alone when there are no vectors', () => {
    expect(readSegmentIndex(keywords)).toEqual({ keywords, vectors: undefined });
  });

  it('is read from the middle of other bytes, at any offset', () => {
    const bytes = withVectors(keywords, 'm', vectors);
    const around = new Uint8Array(bytes.byteLength + 10);
    around.set(bytes, 3);
    const read = readSegmentIndex(around.subarray(3, 3 + bytes.byteLength));
    expect(read.keywords).toEqual(keywords);
    expect([...(read.vectors?.values ?? [])]).toEqual([95, -127, 0, 0, 0, 0]);
    expect(read.vectors?.scaleOf(0)).toBeCloseTo(1 / Math.hypot(95, 127), 6);
  });

  it('rejects bytes that are cut off, or of another version', () => {
    const bytes = withVectors(keywords, 'm', vectors);
    expect(() => readSegmentIndex(bytes.subarray(0, -1))).toThrow(
      /unreadable\. They have \d+ bytes instead of/,
    );
    bytes[3] = 2;
    expect(() => readSegmentIndex(bytes)).toThrow(
      /They have version 2, and this release reads version 1\. Add the file/,
    );
  });

  it('changes the cosine of two vectors by less than 0.002', () => {
    let seed = 1;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647 - 0.5;
    };
    for (let round = 0; round < 50; round += 1) {
      const [a, b] = [0, 1].map(() => Float32Array.from({ length: 256 }, next)) as [
        Float32Array,
        Float32Array,
      ];
      const { vectors: stored } = readSegmentIndex(withVectors(keywords, 'm', [a, b]));
      const values = [...(stored?.values ?? [])];
      const exact = cosine([...a], [...b]);
      expect(Math.abs(cosine(values.slice(0, 256), values.slice(256)) - exact)).toBeLessThan(0.002);
    }
  });
});

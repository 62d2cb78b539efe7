import { describe, expect, it } from 'vitest';
import { fuseRankings } from './fuse-rankings.ts';
import type { RankedChunk } from './rank-chunks.ts';

const chunks = (...numbers: number[]): RankedChunk[] =>
  numbers.map((chunk) => ({ segment: 0, chunk, score: 0.1 }));

describe('fuseRankings', () => {
  it('the chunk that is first in both rankings has the score 1', () => {
    expect(fuseRankings([chunks(3, 4), chunks(3)])[0]).toEqual({ segment: 0, chunk: 3, score: 1 });
  });

  it('a chunk that is in both is before one that is first in one of them', () => {
    const fused = fuseRankings([chunks(1, 2, 3), chunks(4, 5, 3)]);
    expect(fused.map(({ chunk }) => chunk)).toEqual([3, 1, 4, 2, 5]);
    expect(fused.map(({ score }) => Number(score.toFixed(3)))).toEqual([0.846, 0.5, 0.5, 0.458, 0.458]);
  });

  it('chunks with one number in different segments are different chunks', () => {
    expect(fuseRankings([chunks(1), [{ segment: 1, chunk: 1, score: 1 }]])).toHaveLength(2);
  });

  it('nothing is found in empty rankings', () => {
    expect(fuseRankings([[], []])).toEqual([]);
  });
});

import type { RankedChunk } from './rank-chunks.ts';

/**
 * How little a rank counts less than the one before it: the first counts 1.8 times as much as the tenth. With the usual 60, chunks in the middle of
 * both rankings would be before one that is first in one of them.
 */
const RANK_OFFSET = 10;

/**
 * Combines rankings of chunks by reciprocal rank, best first. The score of a chunk is the mean of what each ranking gives it: 11 / (10 + rank), and 0 when
 * it is not in it. So it is above 0, and 1 for a chunk that is first everywhere. Scores of the rankings do not count.
 */
export function fuseRankings(rankings: readonly (readonly RankedChunk[])[]): readonly RankedChunk[] {
  const fused = new Map<string, RankedChunk>();
  for (const ranking of rankings) {
    for (const [index, { segment, chunk }] of ranking.entries()) {
      const key = `${segment} ${chunk}`;
      const share = (RANK_OFFSET + 1) / (RANK_OFFSET + 1 + index) / rankings.length;
      fused.set(key, { segment, chunk, score: (fused.get(key)?.score ?? 0) + share });
    }
  }
  return [...fused.values()].toSorted((a, b) => b.score - a.score);
}

import type { RankedChunk } from './rank-chunks.ts';

/** How much less a rank counts than the one before it. The usual value: the first counts 1.15 times as much as the tenth. */
const RANK_OFFSET = 60;

/**
 * Combines rankings of chunks by reciprocal rank, best first. The score of a chunk is the mean of what each ranking gives it: 61 / (60 + rank), and 0 when
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

import { insertByScore } from './best-first.ts';
import type { RankedChunk } from './rank-chunks.ts';
import type { SegmentVectors } from './segment-index.ts';

/** Ranks chunks by the cosine of their vectors with those of the queries. */
export interface VectorRanking {
  /**
   * Compares the vectors of a segment, which has this number. Those of another model or of other dimensions are left out. Yields the numbers that were
   * compared, after each query, so that a caller can pause.
   */
  add(segment: number, vectors: SegmentVectors): Generator<number, void>;
  /**
   * The chunks with the highest scores, best first: the cosine, above 0 and at most 1. The best of the cosines with several queries counts. Of
   * equal scores, the chunk that was added first is first.
   */
  ranked(): readonly RankedChunk[];
  /** Whether a chunk could be compared. */
  hasVectors(): boolean;
}

/** @param limit How many chunks are ranked. */
export function createVectorRanking(
  model: string,
  queries: readonly Float32Array[],
  limit: number,
): VectorRanking {
  const directions = queries.map(toUnitLength);
  const best: RankedChunk[] = [];
  let hasVectors = false;
  return {
    *add(segment, vectors) {
      if (vectors.model !== model) return;
      const highest = new Float64Array(vectors.size);
      for (const query of directions) {
        if (query.length !== vectors.dimensions) continue;
        hasVectors = true;
        for (let chunk = 0; chunk < vectors.size; chunk += 1) {
          const cosine =
            dotProduct(vectors.values, chunk * vectors.dimensions, query) * vectors.scaleOf(chunk);
          if (cosine > (highest[chunk] ?? 0)) highest[chunk] = cosine;
        }
        yield vectors.values.length;
      }
      for (const [chunk, cosine] of highest.entries()) {
        if (cosine > 0) insertByScore(best, { segment, chunk, score: Math.min(cosine, 1) }, limit);
      }
    },
    ranked: () => best,
    hasVectors: () => hasVectors,
  };
}

/** Of 64 bits, so that no number is converted when it is compared. One of zeros stays one. */
function toUnitLength(vector: Float32Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return Float64Array.from(vector, (value) => value * scale);
}

/** Four sums, because each addition waits for the one before it. */
function dotProduct(values: Int8Array, start: number, query: Float64Array): number {
  const { length } = query;
  const end = length - (length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < end; at += 4) {
    a += (values[start + at] ?? 0) * (query[at] ?? 0);
    b += (values[start + at + 1] ?? 0) * (query[at + 1] ?? 0);
    c += (values[start + at + 2] ?? 0) * (query[at + 2] ?? 0);
    d += (values[start + at + 3] ?? 0) * (query[at + 3] ?? 0);
  }
  for (let at = end; at < length; at += 1) a += (values[start + at] ?? 0) * (query[at] ?? 0);
  return a + b + c + d;
}

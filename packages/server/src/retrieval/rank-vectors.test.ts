import { describe, expect, it } from 'vitest';
import { createVectorRanking } from './rank-vectors.ts';
import { readSegmentIndex, type SegmentVectors, withVectors } from './segment-index.ts';

function segmentOf(vectors: readonly number[][], model = 'm'): SegmentVectors {
  const { vectors: stored } = readSegmentIndex(
    withVectors(
      new Uint8Array(),
      model,
      vectors.map((vector) => Float32Array.from(vector)),
    ),
  );
  if (!stored) throw new Error('There are no vectors.');
  return stored;
}

function rank(queries: readonly number[][], segments: readonly SegmentVectors[], limit = 10) {
  const ranking = createVectorRanking(
    'm',
    queries.map((query) => Float32Array.from(query)),
    limit,
  );
  const steps = segments.map((segment, number) => [...ranking.add(number, segment)]);
  const ranked = ranking
    .ranked()
    .map(({ segment, chunk, score }) => [segment, chunk, Number(score.toFixed(2))]);
  return { ranked, steps, hasVectors: ranking.hasVectors() };
}

describe('the ranking by vectors', () => {
  it('orders chunks by the cosine with the query, whatever the lengths of the vectors, and leaves out those of 0 and below', () => {
    const segments = [
      segmentOf([
        [0, 0, 9, 0, 0],
        [1, 1, 0, 0, 0],
        [-1, 0, 0, 0, 0],
      ]),
      segmentOf([
        [100, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [1, 0, 0, 0, 2],
      ]),
    ];
    const { ranked } = rank([[0.5, 0, 0, 0, 0]], segments);
    expect(ranked).toEqual([
      [1, 0, 1],
      [0, 1, 0.71],
      [1, 2, 0.45],
    ]);
  });

  it('counts the best of several queries', () => {
    expect(
      rank(
        [
          [1, 0],
          [0, 1],
        ],
        [
          segmentOf([
            [1, 0],
            [0, 5],
            [1, 1],
          ]),
        ],
      ).ranked,
    ).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [0, 2, 0.71],
    ]);
  });

  it('returns at most the limit', () => {
    expect(
      rank(
        [[1, 0]],
        [
          segmentOf([
            [1, 1],
            [1, 0],
            [1, 2],
          ]),
        ],
        2,
      ).ranked,
    ).toEqual([
      [0, 1, 1],
      [0, 0, 0.71],
    ]);
  });

  it('leaves out vectors of another model or of other dimensions', () => {
    const others = [segmentOf([[1, 0]], 'other'), segmentOf([[1, 0, 0]])];
    expect(rank([[1, 0]], others)).toMatchObject({ ranked: [], hasVectors: false });
    expect(rank([[1, 0]], [...others, segmentOf([[1, 0]])])).toMatchObject({
      ranked: [[2, 0, 1]],
      hasVectors: true,
    });
  });

  it('yields what it has compared after each query', () => {
    expect(
      rank(
        [
          [1, 0],
          [0, 1],
        ],
        [
          segmentOf([
            [1, 0],
            [0, 1],
            [1, 1],
          ]),
        ],
      ).steps,
    ).toEqual([[6, 6]]);
  });
});

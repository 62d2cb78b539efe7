import { describe, expect, it } from 'vitest';
import { readVectors } from './read-vectors.ts';

/** What the operator reads. */
function reasonOf(given: unknown, texts = 2, dimensions?: number): unknown {
  try {
    readVectors(given, texts, dimensions);
  } catch (error) {
    return error instanceof Error && 'forOperator' in error ? error.forOperator : error;
  }
  return 'nothing is wrong';
}

describe('readVectors', () => {
  it('copies lists of numbers and typed arrays', () => {
    const given = Float32Array.of(3, 4);
    const [list, copy] = readVectors([[1, 0.5], given], 2, 2);
    given[0] = 9;
    expect(list).toEqual(Float32Array.of(1, 0.5));
    expect(copy).toEqual(Float32Array.of(3, 4));
  });

  it.each<[unknown, string]>([
    [undefined, 'It returned undefined instead of a list of vectors. Check embed'],
    [{ data: [] }, 'It returned an object instead of a list'],
    [[[1]], 'It returned 1 vectors for 2 texts.'],
    [[[1], [2], [3]], 'It returned 3 vectors for 2 texts.'],
    [[[1], 'AAAA'], 'It returned "AAAA" as vector 1, instead of'],
    [Object.assign([], { 1: [1] }), 'It returned undefined as vector 0'],
    [[[1, 2], [1]], 'It returned a vector of 1 numbers instead of 2.'],
    [[[], []], 'It returned a vector of 0 numbers'],
    [[[1], Float32Array.from({ length: 8193 })], 'It returned a vector of 8193 numbers, of at most 8192'],
    [[[1], [Number.NaN]], 'It returned NaN as a number'],
    [[[1], Float32Array.of(Infinity)], 'It returned Infinity as a number'],
    [[[1], [1e39]], 'It returned 1e+39 as a number'],
    [[['1'], [2]], 'It returned "1" as a number'],
  ])('of %o it says what is wrong', (given, reason) => {
    expect(reasonOf(given)).toContain(reason);
  });

  it('refuses vectors of other dimensions than the configured', () => {
    expect(reasonOf([[1, 2]], 1, 3)).toContain(
      'a vector of 2 numbers instead of 3. Check embed and dimensions',
    );
  });
});

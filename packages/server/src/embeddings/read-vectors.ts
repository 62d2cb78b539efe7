import { EngineError } from '../engines/engine-error.ts';
import { describeValue } from '../shared/option-values.ts';
import { DIMENSIONS_RANGE } from './embeddings.ts';

/**
 * Checks what a function for embeddings returned: one vector of finite numbers for each text, all of the same dimensions. Copies them.
 *
 * @throws `EngineError` that says what is wrong, for the operator.
 */
export function readVectors(given: unknown, texts: number, dimensions: number | undefined): Float32Array[] {
  if (!Array.isArray(given)) throw wrong(`${describeValue(given)} instead of a list of vectors`);
  if (given.length !== texts) throw wrong(`${given.length} vectors for ${texts} texts`);
  let expected = dimensions;
  return Array.from(given, (vector: unknown, index) => {
    if (!Array.isArray(vector) && !(vector instanceof Float32Array)) {
      throw wrong(`${describeValue(vector)} as vector ${index}, instead of a list of numbers`);
    }
    const { length } = vector;
    if (length < DIMENSIONS_RANGE.min || length > DIMENSIONS_RANGE.max) {
      throw wrong(`a vector of ${length} numbers, of at most ${DIMENSIONS_RANGE.max}`);
    }
    expected ??= length;
    if (length !== expected) throw wrong(`a vector of ${length} numbers instead of ${expected}`);
    const copy = new Float32Array(length);
    for (const [at, value] of vector.entries()) {
      // Also one that is too large for 32 bits.
      if (typeof value !== 'number' || !Number.isFinite(Math.fround(value))) {
        throw wrong(`${describeValue(value)} as a number of a vector`);
      }
      copy[at] = value;
    }
    return copy;
  });
}

function wrong(what: string): EngineError {
  return new EngineError('server_error', 'The embeddings are unusable.', {
    failure: 'setup',
    forOperator: `It returned ${what}. Check embed and dimensions of embeddings, and the model.`,
  });
}

import type { Embeddings } from '../embeddings/embeddings.ts';
import { hashTerm } from '../retrieval/hash-term.ts';

/** Words that mean the same. */
const MEANINGS = new Map([
  ['feline', 'cat'],
  ['cats', 'cat'],
  ['stream', 'river'],
  ['rivers', 'river'],
]);

/** Vectors that count the words of a text, each at a place by the hash of its meaning: deterministic, and without a model. */
export function wordVector(text: string, dimensions = 64): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const place = hashTerm(MEANINGS.get(word) ?? word) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

export function wordEmbeddings({ model = 'words', ...options }: Partial<Embeddings> = {}): Embeddings {
  return {
    model,
    embed: async (texts) => texts.map((text) => wordVector(text, options.dimensions)),
    ...options,
  };
}

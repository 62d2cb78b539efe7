import type { Embedder } from '../../packages/server/src/embeddings/embedder.ts';
import { hashTerm } from '../../packages/server/src/retrieval/hash-term.ts';
import { memoryStorage } from '../../packages/server/src/storage/memory/memory-storage.ts';
import { table } from '../server/report.ts';
import { measureStorage } from './measure-storage.ts';
import type { RetrievalSet } from './retrieval-set.ts';

const DIMENSIONS = [256, 768, 1536];

/** A table of the speed and the size of vectors of hashed words, which need no model, and say nothing about the quality of one. */
export async function reportVectors(set: RetrievalSet): Promise<string> {
  const rows: string[][] = [];
  for (const dimensions of [undefined, ...DIMENSIONS]) {
    const embedder = dimensions === undefined ? undefined : hashEmbedder(dimensions);
    const { indexBytes, warm, heldMs } = await measureStorage(memoryStorage(), set, embedder);
    rows.push([
      String(dimensions ?? 'none'),
      (indexBytes / 1e6).toFixed(0),
      ...[warm.p50, warm.p95, heldMs.search].map((ms) => ms.toFixed(0)),
    ]);
  }
  return table(['dimensions', 'index MB', 'p50 ms', 'p95 ms', 'search holds ms'], rows);
}

function hashEmbedder(dimensions: number): Embedder {
  /** The texts repeat. */
  const known = new Map<string, Float32Array>();
  function vectorOf(text: string): Float32Array {
    const vector = known.get(text) ?? new Float32Array(dimensions);
    if (known.has(text)) return vector;
    known.set(text, vector);
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      const hash = hashTerm(word.toLowerCase());
      const place = hash % dimensions;
      vector[place] = (vector[place] ?? 0) + (hash & 0x1_00_00 ? 1 : -1);
    }
    return vector;
  }
  const embed = async (texts: readonly string[]) => texts.map(vectorOf);
  return { model: 'hashes', isPaused: () => false, embedPassages: embed, embedQueries: embed };
}

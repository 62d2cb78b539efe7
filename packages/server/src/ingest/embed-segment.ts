import type { Embedder } from '../embeddings/embedder.ts';
import { withVectors } from '../retrieval/segment-index.ts';
import type { StoredChunk } from '../storage/vector-store-storage.ts';

/** The index of a segment with vectors of its chunks, of their keywords; undefined when they cannot be made now. */
export async function embedSegment(
  chunks: readonly StoredChunk[],
  keywords: Uint8Array,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const vectors = await embedder.embedPassages(
    chunks.map(({ text }) => text),
    signal,
  );
  return vectors && withVectors(keywords, embedder.model, vectors);
}

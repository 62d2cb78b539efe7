import type { Embedder } from '../embeddings/embedder.ts';
import { readKeywordSegment } from '../retrieval/keyword-segment.ts';
import { readSegmentIndex } from '../retrieval/segment-index.ts';
import { byteLengthOf } from '../shared/byte-length.ts';
import type { EmbeddingLease, VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { embedSegment } from './embed-segment.ts';

export interface EmbedFileOptions {
  readonly vectorStores: VectorStoreStorage;
  readonly embedder: Embedder;
  /** Stops the work. */
  readonly signal: AbortSignal;
}

/**
 * Makes the vectors of a processed file that has none, or those of another model, from its stored chunks. It is found by keywords meanwhile. Segments with
 * vectors of the model stay as they are. Returns false when they cannot be made now. Ends early, with nothing to do, when the lease is lost. Rejects with
 * the reason of the signal, or when the storage fails.
 */
export async function embedFile(
  lease: EmbeddingLease,
  { vectorStores, embedder, signal }: EmbedFileOptions,
): Promise<boolean> {
  const { contentId, segments } = lease;
  let firstChunk = 0;
  let usageBytes = 0;
  for (let number = 0; number < segments; number += 1) {
    signal.throwIfAborted();
    const stored = await vectorStores.readIndex(contentId, number);
    if (!stored) return true;
    const { keywords, vectors } = readSegmentIndex(stored);
    const { size } = readKeywordSegment(keywords);
    const chunks = await vectorStores.readChunks(contentId, firstChunk, size);
    if (chunks.length !== size) return true;
    let index = stored;
    if (vectors?.model !== embedder.model) {
      const made = await embedSegment(chunks, keywords, embedder, signal);
      if (!made) return false;
      if (!(await vectorStores.replaceIndex(lease, number, made))) return true;
      index = made;
    }
    firstChunk += size;
    usageBytes += index.byteLength + chunks.reduce((sum, { text }) => sum + byteLengthOf(text), 0);
  }
  signal.throwIfAborted();
  const embeddingModel = embedder.model;
  await vectorStores.finishIngest(lease, { status: 'completed', usageBytes, embeddingModel });
  return true;
}

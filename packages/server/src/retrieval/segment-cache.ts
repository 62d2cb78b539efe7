import type { SearchableFile, VectorStoreStorage } from '../storage/vector-store-storage.ts';

/** Reads the indexes of segments from the storage, and keeps those that were read last. */
export interface SegmentCache {
  /** As `readIndex` of the storage. Concurrent calls for one segment share one read. */
  read(
    file: Pick<SearchableFile, 'contentId' | 'embeddingModel'>,
    segment: number,
  ): Promise<Uint8Array | undefined>;
}

/**
 * A cache that needs no invalidation: the content of an id never changes, but for the vectors of another model. What was deleted is dropped when others need its place.
 *
 * @param maxBytes Of the kept indexes together. A longer one is not kept.
 */
export function createSegmentCache(
  storage: Pick<VectorStoreStorage, 'readIndex'>,
  maxBytes: number,
): SegmentCache {
  /** In the order in which they were last read. */
  const kept = new Map<string, Uint8Array>();
  let keptBytes = 0;
  const reads = new Map<string, Promise<Uint8Array | undefined>>();

  function keep(key: string, bytes: Uint8Array): void {
    if (bytes.byteLength > maxBytes) return;
    kept.set(key, bytes);
    keptBytes += bytes.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= maxBytes) return;
      kept.delete(oldest);
      keptBytes -= byteLength;
    }
  }

  async function load(key: string, contentId: string, segment: number): Promise<Uint8Array | undefined> {
    try {
      const bytes = await storage.readIndex(contentId, segment);
      if (bytes) keep(key, bytes);
      return bytes;
    } finally {
      reads.delete(key);
    }
  }

  return {
    async read({ contentId, embeddingModel }, segment) {
      const key = JSON.stringify([contentId, segment, embeddingModel]);
      const bytes = kept.get(key);
      if (bytes) {
        kept.delete(key);
        kept.set(key, bytes);
        return bytes;
      }
      const reading = reads.get(key) ?? load(key, contentId, segment);
      reads.set(key, reading);
      return reading;
    },
  };
}

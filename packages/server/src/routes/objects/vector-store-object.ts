import type { ChunkingStrategyRequest, StaticChunkingStrategy, VectorStoreObject } from '@threadkit/core/api';
import { hasExpired, vectorStoreExpiry } from '../../storage/vector-store-objects.ts';
import type { NewVectorStore, VectorStoreRecord } from '../../storage/vector-store-storage.ts';

/** What `auto` stands for. */
const AUTO_CHUNKS: StaticChunkingStrategy = {
  type: 'static',
  static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 },
};

/** How a file is cut when it is added with this strategy. */
export function toStaticChunking(given: ChunkingStrategyRequest | undefined): StaticChunkingStrategy {
  return given?.type === 'static' ? given : AUTO_CHUNKS;
}

/** A vector store as the API shows it at `now`, in Unix seconds. */
export function toVectorStoreObject(store: VectorStoreRecord, now: number): VectorStoreObject {
  const open = store.file_counts.in_progress > 0 ? 'in_progress' : 'completed';
  return {
    id: store.id,
    object: 'vector_store',
    created_at: store.created_at,
    name: store.name,
    description: store.description,
    usage_bytes: store.usage_bytes,
    file_counts: store.file_counts,
    status: hasExpired(store, now) ? 'expired' : open,
    expires_after: store.expires_after,
    expires_at: vectorStoreExpiry(store),
    last_active_at: store.last_active_at,
    metadata: store.metadata,
  };
}

/** A vector store with so many files that have just been added. */
export function newVectorStoreObject(store: NewVectorStore, files: number): VectorStoreObject {
  const counts = { in_progress: files, completed: 0, failed: 0, cancelled: 0, total: files };
  const record = { ...store, file_counts: counts, usage_bytes: 0, has_expired: false };
  return toVectorStoreObject(record, store.created_at);
}

import type {
  FileCounts,
  VectorStoreFileBatchObject,
  VectorStoreFileObject,
  VectorStoreFileStatus,
} from '@threadkit/core/api';
import type { NewVectorStore, NewVectorStoreFile, VectorStoreRecord } from './vector-store-storage.ts';

const DAY_S = 24 * 3600;

/** Unix seconds; null for a vector store that does not expire. */
export function vectorStoreExpiry({
  expires_after: after,
  last_active_at: activeAt,
}: Pick<NewVectorStore, 'expires_after' | 'last_active_at'>): number | null {
  return after ? activeAt + after.days * DAY_S : null;
}

/** Whether a vector store cannot be used any more at `now`, in Unix seconds. */
export function hasExpired(store: VectorStoreRecord, now: number): boolean {
  return store.has_expired || (vectorStoreExpiry(store) ?? Infinity) <= now;
}

/** A file of a vector store as storages keep it. */
export interface StoreFileState {
  readonly vectorStoreId: string;
  readonly file: Omit<NewVectorStoreFile, 'filename'>;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly status: VectorStoreFileStatus;
  readonly lastError: VectorStoreFileObject['last_error'];
  readonly usageBytes: number;
}

/** The file of a vector store, as the API returns it. */
export function toStoreFileObject(state: StoreFileState): VectorStoreFileObject {
  const { vectorStoreId, file, createdAt, status, lastError, usageBytes } = state;
  return {
    id: file.fileId,
    object: 'vector_store.file',
    created_at: createdAt,
    vector_store_id: vectorStoreId,
    status,
    last_error: lastError,
    usage_bytes: usageBytes,
    attributes: file.attributes,
    chunking_strategy: file.chunkingStrategy,
  };
}

/** Adds up the numbers of files by status. */
export function toFileCounts(numbers: Iterable<readonly [VectorStoreFileStatus, number]>): FileCounts {
  const counts: FileCounts = { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 };
  for (const [status, number] of numbers) {
    counts[status] += number;
    counts.total += number;
  }
  return counts;
}

/** A batch of files as storages keep it. */
export interface BatchState {
  readonly id: string;
  readonly vectorStoreId: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly isCancelled: boolean;
}

/** `counts` are those of its files. */
export function toBatchObject(batch: BatchState, counts: FileCounts): VectorStoreFileBatchObject {
  const ended = batch.isCancelled ? 'cancelled' : 'completed';
  return {
    id: batch.id,
    object: 'vector_store.files_batch',
    created_at: batch.createdAt,
    vector_store_id: batch.vectorStoreId,
    status: counts.in_progress > 0 ? 'in_progress' : ended,
    file_counts: counts,
  };
}

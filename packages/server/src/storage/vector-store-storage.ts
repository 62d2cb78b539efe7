import type {
  FileAttributes,
  FileCounts,
  ListPage,
  ListParams,
  StaticChunkingStrategy,
  VectorStoreFileBatchObject,
  VectorStoreFileObject,
  VectorStoreFileStatus,
  VectorStoreObject,
} from '@threadkit/core/api';
import type { IdempotencyRecord } from './idempotency-record.ts';
import type { Quotas } from './quota.ts';
import type { Scope } from './storage.ts';

/** A vector store, without what follows from its files and from the time. */
export type NewVectorStore = Pick<VectorStoreObject, 'id' | 'created_at' | 'name' | 'metadata'> & {
  readonly description: string | null;
  readonly expires_after: NonNullable<VectorStoreObject['expires_after']> | null;
  /** Unix seconds. */
  readonly last_active_at: number;
};

/** A vector store as it is stored, with the counts of its files. */
export type VectorStoreRecord = NewVectorStore & {
  readonly file_counts: FileCounts;
  /** The sum of its files. */
  readonly usage_bytes: number;
  /** Set by `dropExpired`: its contents are gone, and it never becomes usable again. */
  readonly has_expired: boolean;
};

/** A file that is added to a vector store. It is `in_progress` until a worker has processed it. */
export interface NewVectorStoreFile {
  readonly fileId: string;
  /** Of the file. Search results show it. */
  readonly filename: string;
  readonly attributes: FileAttributes | null;
  readonly chunkingStrategy: StaticChunkingStrategy;
}

/** Files to add to a vector store. Each file is given once. */
export interface NewVectorStoreFiles {
  /** Unix seconds. */
  readonly at: number;
  readonly files: readonly NewVectorStoreFile[];
  /** Stores a batch with this id, of these files. */
  readonly batchId?: string | undefined;
  /**
   * What happens to files that the vector store has already. `replace`: processed again, with the new settings · `keep`: those that are
   * `in_progress` or `completed` stay as they are, and others are replaced.
   */
  readonly existing: 'replace' | 'keep';
}

/** `missing`: the scope has no such vector store · `expired`: it was marked as that, or its time is over at `at` · `full`: it would have more than `MAX_STORE_FILES`. Nothing was written. */
export type AddStoreFilesResult = 'added' | 'missing' | 'expired' | 'full';

/** The contract's limit. */
export const MAX_STORE_FILES = 10_000;

/** A vector store that comes into being with a thread, an assistant or a message, and files for it. */
export interface AttachedVectorStore {
  /** Stored when the thread or assistant has its id in its `file_search` resources, after attachments were added. */
  readonly store: NewVectorStore;
  /**
   * Added to the vector store that the thread or assistant then has, whichever it is, at the `created_at` of `store` and with `existing: 'keep'`. Left
   * out when that one has expired, is not of the owner, or would have too many files.
   */
  readonly files: readonly NewVectorStoreFile[];
}

/** A processed file, as a search reads it. */
export interface SearchableFile {
  readonly fileId: string;
  readonly filename: string;
  readonly attributes: FileAttributes | null;
  /** Names the stored result of one processing. Never used again for another, so that segments may be cached by it. */
  readonly contentId: string;
  /** Number of segments, numbered from 0. */
  readonly segments: number;
  /** What all of its vectors were made with; null when it has none, or not of all segments. */
  readonly embeddingModel: string | null;
}

/** One of the overlapping parts of a file's text. */
export interface StoredChunk {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

/** Consecutive chunks of a file with their index. Written and read as a whole, so that a file of any length needs little memory. */
export interface ContentSegment {
  /** From 0, in order. */
  readonly number: number;
  /** Number of its first chunk in the file. */
  readonly firstChunk: number;
  readonly chunks: readonly StoredChunk[];
  /** Made by the server: of words, and of vectors. */
  readonly index: Uint8Array<ArrayBuffer>;
}

/** The exclusive right to process a file, until it expires and another worker claims the file. */
export interface IngestLease {
  readonly owner: string;
  readonly vectorStoreId: string;
  readonly file: NewVectorStoreFile;
  readonly workerId: string;
  /** Fencing token: from 1, increases with each claim. */
  readonly attempt: number;
  /** See `SearchableFile`. Of this attempt. */
  readonly contentId: string;
}

/** The exclusive right to make vectors of a `completed` file, which stays as it is meanwhile. */
export interface EmbeddingLease extends IngestLease {
  /** See `SearchableFile`. */
  readonly segments: number;
}

/** How processing a file ended. */
export type IngestOutcome =
  | {
      readonly status: 'completed';
      readonly usageBytes: number;
      /** See `SearchableFile`. @defaultValue null */
      readonly embeddingModel?: string | null | undefined;
    }
  | { readonly status: 'failed'; readonly error: NonNullable<VectorStoreFileObject['last_error']> };

/** A query of files of a vector store. */
export interface StoreFileListParams extends ListParams {
  /** Only files with this status. */
  readonly filter?: VectorStoreFileStatus | undefined;
  /** Only files that were last added by this batch. */
  readonly batchId?: string | undefined;
}

/**
 * Persists vector stores, their files and batches, and the texts and indexes of processed files. Every method is atomic. A row of another
 * owner is treated as absent. What is deleted, replaced or expired is gone from all reads at once; its content is
 * deleted later, by `dropContents`. Deleting a file of the storage, or its expiry, removes it from all vector stores.
 */
export interface VectorStoreStorage {
  create(
    scope: Scope,
    store: NewVectorStore,
    files: readonly NewVectorStoreFile[],
    also?: { readonly idempotencyRecord?: IdempotencyRecord; readonly quotas?: Quotas | undefined },
  ): Promise<void>;
  get(scope: Scope, id: string): Promise<VectorStoreRecord | undefined>;
  /** As the lists of a `Repository`, by `created_at`. */
  list(scope: Scope, query: ListParams): Promise<ListPage<VectorStoreRecord> | undefined>;
  /** Replaces the given fields. `last_active_at` never goes back. Undefined when the vector store does not exist. */
  update(
    scope: Scope,
    id: string,
    patch: Partial<
      Pick<NewVectorStore, 'name' | 'description' | 'expires_after' | 'last_active_at' | 'metadata'>
    >,
  ): Promise<VectorStoreRecord | undefined>;
  /** Also deletes its files and batches, not the files of the storage. False when it does not exist. */
  delete(scope: Scope, id: string): Promise<boolean>;
  /** The owner of a vector store, for those that the operator names in shared assistants. */
  ownerOf(id: string): Promise<string | undefined>;

  /** Sets the `last_active_at` of the vector store to `at`, if that is later. */
  addFiles(
    scope: Scope,
    storeId: string,
    added: NewVectorStoreFiles,
    quotas?: Quotas,
  ): Promise<AddStoreFilesResult>;
  getFile(scope: Scope, storeId: string, fileId: string): Promise<VectorStoreFileObject | undefined>;
  /**
   * Ordered by `created_at`, then by insertion. Undefined when a cursor names no file of the vector store; that of a cursor need not meet
   * the filter. Empty when the vector store does not exist.
   */
  listFiles(
    scope: Scope,
    storeId: string,
    query: StoreFileListParams,
  ): Promise<ListPage<VectorStoreFileObject> | undefined>;
  /** Undefined when the vector store has no such file. */
  updateFile(
    scope: Scope,
    storeId: string,
    fileId: string,
    attributes: FileAttributes | null,
  ): Promise<VectorStoreFileObject | undefined>;
  /** False when the vector store has no such file. */
  deleteFile(scope: Scope, storeId: string, fileId: string): Promise<boolean>;

  /**
   * A batch with the counts of its files. `in_progress` while one of them is, else `cancelled` when it was cancelled, else
   * `completed`; so also when all of its files failed or were removed.
   */
  getBatch(scope: Scope, storeId: string, batchId: string): Promise<VectorStoreFileBatchObject | undefined>;
  /** Cancels the files of a batch that are `in_progress`, which invalidates their leases. A batch without such files stays as it is. */
  cancelBatch(
    scope: Scope,
    storeId: string,
    batchId: string,
  ): Promise<VectorStoreFileBatchObject | undefined>;

  /** The `completed` files of a vector store, oldest first; none when it does not exist or has expired. */
  listSearchable(scope: Scope, storeId: string): Promise<readonly SearchableFile[]>;
  /** The index of a segment; undefined when the content was deleted meanwhile. The content id is proof of access. */
  readIndex(contentId: string, segment: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The chunks of a `completed` file from number `from`, in order, at most `limit`. Empty when there are none. */
  readChunks(contentId: string, from: number, limit: number): Promise<readonly StoredChunk[]>;
  /** The content of a `completed` file. */
  getSearchable(scope: Scope, storeId: string, fileId: string): Promise<SearchableFile | undefined>;

  /** Leases files that are `in_progress` and have no valid lease, for `leaseMs` milliseconds: the oldest, at most `limit`. */
  claimIngest(workerId: string, leaseMs: number, limit: number): Promise<readonly IngestLease[]>;
  /**
   * Leases `completed` files with contents whose `embeddingModel` is not `model`, and that have no valid lease: at most `limit`, in any
   * order. `attempt` stays, so that such a lease is not lost to a later one of the same worker.
   */
  claimEmbedding(
    workerId: string,
    leaseMs: number,
    limit: number,
    model: string,
  ): Promise<readonly EmbeddingLease[]>;
  /** False when the lease is lost. */
  heartbeatIngest(lease: IngestLease, leaseMs: number): Promise<boolean>;
  /** Releases the lease and leaves the file, so that it can be claimed at once. */
  releaseIngest(lease: IngestLease): Promise<void>;
  /** Stores a segment, in order, once each. False when the lease is lost, and nothing was written. */
  writeSegment(lease: IngestLease, segment: ContentSegment): Promise<boolean>;
  /**
   * Replaces the index of a segment that is there. The file has no `embeddingModel` from then until `finishIngest`. False when the lease is lost, and
   * nothing was written.
   */
  replaceIndex(lease: EmbeddingLease, segment: number, index: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Ends the processing and the lease. False when the lease is lost, and nothing was written. */
  finishIngest(lease: IngestLease, outcome: IngestOutcome): Promise<boolean>;
  /** Calls `listener` after files were added, as `Storage.onRelease` does after a release. */
  onIngest(listener: () => void): () => void;

  /**
   * Marks the vector stores of all owners as expired whose `last_active_at` is too long ago at `now` (Unix seconds). Their files stay, with
   * `usage_bytes` 0; those that were `in_progress` are `cancelled`.
   */
  dropExpired(now: number): Promise<void>;
  /** Deletes contents that no file has any more, some at a time. Returns whether there may be more. */
  dropContents(): Promise<boolean>;
}

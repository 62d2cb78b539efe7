import type { Metadata } from './metadata.ts';
import type { ListParams } from './page.ts';

/** Number of files of a vector store or of a batch, by status. */
export interface FileCounts {
  in_progress: number;
  completed: number;
  failed: number;
  cancelled: number;
  total: number;
}

/** A vector store expires when it was not used for so many days. */
export interface VectorStoreExpiration {
  anchor: 'last_active_at';
  /** 1 to 365. */
  days: number;
}

/**
 * A collection of files that `file_search` searches.
 *
 * @see The API reference, "The vector store object".
 */
export interface VectorStoreObject {
  id: string;
  object: 'vector_store';
  /** Unix seconds. */
  created_at: number;
  name: string | null;
  description?: string | null;
  /** Bytes of what is stored for searching. */
  usage_bytes: number;
  file_counts: FileCounts;
  /** `in_progress` while files are being processed. */
  status: 'expired' | 'in_progress' | 'completed';
  expires_after?: VectorStoreExpiration | null;
  /** Unix seconds. */
  expires_at?: number | null;
  /** Unix seconds. */
  last_active_at: number | null;
  metadata: Metadata | null;
}

/** How the text of a file is cut: in chunks of at most so many tokens, of which each repeats the end of the one before. */
export interface StaticChunkingStrategy {
  type: 'static';
  static: {
    /** 100 to 4096. @defaultValue 800 */
    max_chunk_size_tokens: number;
    /** At most half of `max_chunk_size_tokens`. @defaultValue 400 */
    chunk_overlap_tokens: number;
  };
}

/** A chunking strategy in a request. `auto`: chunks of 800 tokens with an overlap of 400. */
export type ChunkingStrategyRequest = { type: 'auto' } | StaticChunkingStrategy;

/** Values of a file in a vector store, by which a search can be limited: up to 16. */
export type FileAttributes = Readonly<Record<string, string | number | boolean>>;

/** How far a file of a vector store is: `completed` files are searched. */
export type VectorStoreFileStatus = 'in_progress' | 'completed' | 'cancelled' | 'failed';

/**
 * A file of a vector store. It has the id of the file.
 *
 * @see The API reference, "The vector store file object".
 */
export interface VectorStoreFileObject {
  id: string;
  object: 'vector_store.file';
  /** Unix seconds. */
  created_at: number;
  vector_store_id: string;
  status: VectorStoreFileStatus;
  /** Why a file failed. */
  last_error: {
    code: 'server_error' | 'unsupported_file' | 'invalid_file' | (string & {});
    message: string;
  } | null;
  /** Bytes of what is stored for searching. */
  usage_bytes: number;
  attributes?: FileAttributes | null;
  /** `other` for files of before there were strategies. */
  chunking_strategy?: StaticChunkingStrategy | { type: 'other' };
}

/** Files that were added to a vector store together. */
export interface VectorStoreFileBatchObject {
  id: string;
  object: 'vector_store.files_batch';
  /** Unix seconds. */
  created_at: number;
  vector_store_id: string;
  status: VectorStoreFileStatus;
  file_counts: FileCounts;
}

/** Compares an attribute of a file. A file without the attribute meets `ne` and `nin` only. */
export interface ComparisonFilter {
  type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin';
  /** The name of the attribute. */
  key: string;
  /** A list for `in` and `nin`. */
  value: string | number | boolean | readonly (string | number)[];
}

/** All filters (`and`), or at least one of them (`or`). */
export interface CompoundFilter {
  type: 'and' | 'or';
  filters: readonly SearchFilter[];
}

/** Limits a search to files by their attributes. */
export type SearchFilter = ComparisonFilter | CompoundFilter;

/** A passage that a search found. */
export interface VectorStoreSearchResult {
  file_id: string;
  filename: string;
  /** 0 to 1. */
  score: number;
  attributes: FileAttributes | null;
  content: readonly { type: 'text'; text: string }[];
}

/** Response of a search, best results first. */
export interface VectorStoreSearchPage {
  object: 'vector_store.search_results.page';
  search_query: readonly string[];
  data: readonly VectorStoreSearchResult[];
  has_more: boolean;
  next_page: string | null;
}

/** Body of `createVectorStore`. */
export interface CreateVectorStoreRequest {
  name?: string | null;
  description?: string | null;
  /** Files to add. */
  file_ids?: readonly string[];
  /** Of these files. */
  chunking_strategy?: ChunkingStrategyRequest;
  expires_after?: VectorStoreExpiration | null;
  metadata?: Metadata | null;
}

/** Body of `modifyVectorStore`. */
export interface ModifyVectorStoreRequest {
  name?: string | null;
  expires_after?: VectorStoreExpiration | null;
  metadata?: Metadata | null;
}

/** Body of `searchVectorStore`. */
export interface SearchVectorStoreRequest {
  /** Several queries find what any of them finds. */
  query: string | readonly string[];
  filters?: SearchFilter;
  /** 1 to 50. @defaultValue 10 */
  max_num_results?: number;
  ranking_options?: {
    ranker?: 'none' | 'auto' | 'default-2024-11-15';
    /** 0 to 1. @defaultValue 0 */
    score_threshold?: number;
  };
  rewrite_query?: boolean;
}

/** Body of `createVectorStoreFile`. */
export interface CreateVectorStoreFileRequest {
  file_id: string;
  attributes?: FileAttributes | null;
  chunking_strategy?: ChunkingStrategyRequest;
}

/** Body of `createVectorStoreFileBatch`: ids of files with common settings, or files with their own. */
export interface CreateVectorStoreFileBatchRequest {
  /** 1 to 2000. Excludes `files`. */
  file_ids?: readonly string[];
  /** 1 to 2000, each file once. `attributes` and `chunking_strategy` of the batch are ignored for them. */
  files?: readonly CreateVectorStoreFileRequest[];
  attributes?: FileAttributes | null;
  chunking_strategy?: ChunkingStrategyRequest;
}

/** Body of `modifyVectorStoreFile`. */
export interface ModifyVectorStoreFileRequest {
  /** Replaced as a whole; null removes them. */
  attributes: FileAttributes | null;
}

/** Query of `listVectorStoreFiles` and `listVectorStoreFileBatchFiles`. */
export interface VectorStoreFileListParams extends ListParams {
  /** Only files with this status. @defaultValue every status */
  filter?: VectorStoreFileStatus | undefined;
}

/** Response of `getVectorStoreFileContent`: the text that was read from a `completed` file. */
export interface VectorStoreFileContentPage {
  object: 'vector_store.file_content.page';
  /** Threadkit's server sends the whole text as one item. */
  data: readonly { type: 'text'; text: string }[];
  has_more: boolean;
  next_page: string | null;
}

/** Response of `deleteVectorStore`. Its files are not deleted. */
export interface DeletedVectorStore {
  id: string;
  object: 'vector_store.deleted';
  deleted: true;
}

/** Response of `deleteVectorStoreFile`: it is not searched any more. The file itself is not deleted. */
export interface DeletedVectorStoreFile {
  id: string;
  object: 'vector_store.file.deleted';
  deleted: true;
}

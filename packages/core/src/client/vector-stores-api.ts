import type {
  CreateVectorStoreFileBatchRequest,
  CreateVectorStoreFileRequest,
  CreateVectorStoreRequest,
  DeletedVectorStore,
  DeletedVectorStoreFile,
  ListPage,
  ListParams,
  ModifyVectorStoreFileRequest,
  ModifyVectorStoreRequest,
  SearchVectorStoreRequest,
  VectorStoreFileBatchObject,
  VectorStoreFileContentPage,
  VectorStoreFileListParams,
  VectorStoreFileObject,
  VectorStoreObject,
  VectorStoreSearchPage,
} from '../api/index.ts';
import type { RequestOptions } from './assistants-api.ts';

/**
 * Vector stores: collections of files that `file_search` searches. Methods reject as those of `AssistantsApi`: with `status` 404 when
 * an object does not exist, or when the backend has no vector stores.
 */
export interface VectorStoresApi {
  /** Creates a vector store, with up to 2000 files. They are processed after the response: see `file_counts`. */
  create(body?: CreateVectorStoreRequest, options?: RequestOptions): Promise<VectorStoreObject>;
  /** Reads a page of vector stores, newest first unless `order` is `asc`. */
  list(query?: ListParams, options?: RequestOptions): Promise<ListPage<VectorStoreObject>>;
  /** Reads one vector store. */
  get(vectorStoreId: string, options?: RequestOptions): Promise<VectorStoreObject>;
  /** Changes a vector store. Fields that `body` leaves out keep their value; `metadata` is replaced as a whole. */
  modify(
    vectorStoreId: string,
    body: ModifyVectorStoreRequest,
    options?: RequestOptions,
  ): Promise<VectorStoreObject>;
  /** Deletes a vector store. Its files are not deleted. */
  delete(vectorStoreId: string, options?: RequestOptions): Promise<DeletedVectorStore>;
  /** Searches the `completed` files. Rejects with `status` 400 when the vector store has expired. */
  search(
    vectorStoreId: string,
    body: SearchVectorStoreRequest,
    options?: RequestOptions,
  ): Promise<VectorStoreSearchPage>;
  readonly files: VectorStoreFilesApi;
  readonly fileBatches: VectorStoreFileBatchesApi;
}

/** Files of a vector store. They have the ids of the uploaded files. */
export interface VectorStoreFilesApi {
  /** Adds an uploaded file, which is `in_progress` until it was processed. A file that is there is processed again. */
  create(
    vectorStoreId: string,
    body: CreateVectorStoreFileRequest,
    options?: RequestOptions,
  ): Promise<VectorStoreFileObject>;
  /** Reads a page of files, newest first unless `order` is `asc`. */
  list(
    vectorStoreId: string,
    query?: VectorStoreFileListParams,
    options?: RequestOptions,
  ): Promise<ListPage<VectorStoreFileObject>>;
  /** Reads how far a file is. */
  get(vectorStoreId: string, fileId: string, options?: RequestOptions): Promise<VectorStoreFileObject>;
  /** Replaces the attributes of a file. */
  modify(
    vectorStoreId: string,
    fileId: string,
    body: ModifyVectorStoreFileRequest,
    options?: RequestOptions,
  ): Promise<VectorStoreFileObject>;
  /** Removes a file from the vector store. The file itself is not deleted. */
  delete(vectorStoreId: string, fileId: string, options?: RequestOptions): Promise<DeletedVectorStoreFile>;
  /** Reads the text that was extracted from a file. Rejects with `status` 400 unless the file is `completed`. */
  content(
    vectorStoreId: string,
    fileId: string,
    options?: RequestOptions,
  ): Promise<VectorStoreFileContentPage>;
}

/** Files that are added to a vector store together. */
export interface VectorStoreFileBatchesApi {
  /** Adds up to 2000 files. */
  create(
    vectorStoreId: string,
    body: CreateVectorStoreFileBatchRequest,
    options?: RequestOptions,
  ): Promise<VectorStoreFileBatchObject>;
  /** Reads how many files of a batch are processed. */
  get(vectorStoreId: string, batchId: string, options?: RequestOptions): Promise<VectorStoreFileBatchObject>;
  /** Cancels the files of a batch that are `in_progress`. */
  cancel(
    vectorStoreId: string,
    batchId: string,
    options?: RequestOptions,
  ): Promise<VectorStoreFileBatchObject>;
  /** Reads a page of the files of a batch, newest first unless `order` is `asc`. */
  listFiles(
    vectorStoreId: string,
    batchId: string,
    query?: VectorStoreFileListParams,
    options?: RequestOptions,
  ): Promise<ListPage<VectorStoreFileObject>>;
}

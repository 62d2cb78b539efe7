import type { Operation } from './operations.ts';

const list = ['limit', 'order', 'after', 'before'] as const;
const files = [...list, 'filter'] as const;
const store = ['vector_store_id'] as const;
const file = ['vector_store_id', 'file_id'] as const;
const batch = ['vector_store_id', 'batch_id'] as const;

/**
 * Operations on vector stores, their files, and batches of these. They are not part of the Assistants API, but its tool `file_search`
 * searches vector stores. A separate table, so that an app without vector stores does not load it. Backends declare them with the
 * capability `vectorStores`.
 */
// biome-ignore format: a table reads best with one row on one line
export const VECTOR_STORE_OPERATIONS = [
  { name: 'listVectorStores', method: 'GET', path: '/vector_stores', ids: [], query: list, body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'createVectorStore', method: 'POST', path: '/vector_stores', ids: [], query: [], body: 'optional', stream: false, capability: 'vectorStores' },
  { name: 'getVectorStore', method: 'GET', path: '/vector_stores/{vector_store_id}', ids: store, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'modifyVectorStore', method: 'POST', path: '/vector_stores/{vector_store_id}', ids: store, query: [], body: 'required', stream: false, capability: 'vectorStores' },
  { name: 'deleteVectorStore', method: 'DELETE', path: '/vector_stores/{vector_store_id}', ids: store, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'searchVectorStore', method: 'POST', path: '/vector_stores/{vector_store_id}/search', ids: store, query: [], body: 'required', stream: false, capability: 'vectorStores' },
  { name: 'listVectorStoreFiles', method: 'GET', path: '/vector_stores/{vector_store_id}/files', ids: store, query: files, body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'createVectorStoreFile', method: 'POST', path: '/vector_stores/{vector_store_id}/files', ids: store, query: [], body: 'required', stream: false, capability: 'vectorStores' },
  { name: 'getVectorStoreFile', method: 'GET', path: '/vector_stores/{vector_store_id}/files/{file_id}', ids: file, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  /** The published description calls it `updateVectorStoreFileAttributes`. */
  { name: 'modifyVectorStoreFile', method: 'POST', path: '/vector_stores/{vector_store_id}/files/{file_id}', ids: file, query: [], body: 'required', stream: false, capability: 'vectorStores' },
  { name: 'deleteVectorStoreFile', method: 'DELETE', path: '/vector_stores/{vector_store_id}/files/{file_id}', ids: file, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  /** The published description calls it `retrieveVectorStoreFileContent`. */
  { name: 'getVectorStoreFileContent', method: 'GET', path: '/vector_stores/{vector_store_id}/files/{file_id}/content', ids: file, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'createVectorStoreFileBatch', method: 'POST', path: '/vector_stores/{vector_store_id}/file_batches', ids: store, query: [], body: 'required', stream: false, capability: 'vectorStores' },
  { name: 'getVectorStoreFileBatch', method: 'GET', path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}', ids: batch, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  { name: 'cancelVectorStoreFileBatch', method: 'POST', path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel', ids: batch, query: [], body: 'none', stream: false, capability: 'vectorStores' },
  /** The published description calls it `listFilesInVectorStoreBatch`. */
  { name: 'listVectorStoreFileBatchFiles', method: 'GET', path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/files', ids: batch, query: files, body: 'none', stream: false, capability: 'vectorStores' },
] as const satisfies readonly Operation[];

/** The `name` of an operation on vector stores. */
export type VectorStoreOperationName = (typeof VECTOR_STORE_OPERATIONS)[number]['name'];

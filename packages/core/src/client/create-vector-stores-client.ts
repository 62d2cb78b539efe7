import type { Operation } from '../api/operations.ts';
import { VECTOR_STORE_OPERATIONS, type VectorStoreOperationName } from '../api/vector-store-operations.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { isRecord } from '../is-record.ts';
import { parseJson } from '../parse-json.ts';
import { type Example, fill } from '../wire/fill.ts';
import { VECTOR_STORE_EXAMPLES } from '../wire/vector-store-examples.ts';
import type { RequestOptions } from './assistants-api.ts';
import { createBackendInfo } from './backend-info.ts';
import type { RequestParts } from './build-request.ts';
import type { ClientOptions } from './client-options.ts';
import { createHttpTransport } from './http-transport.ts';
import type { VectorStoresApi } from './vector-stores-api.ts';

/**
 * Creates a client for the vector stores of a server. Takes the options of `createClient`, which does not contain it: most pages need no
 * vector stores. Nothing is sent before the first call.
 *
 * @example
 * ```ts
 * const vectorStores = createVectorStoresClient({ baseURL: 'https://example.com/v1', headers });
 * const { id } = await vectorStores.create({ name: 'Handbook', file_ids: [fileId] });
 * ```
 */
export function createVectorStoresClient(options: ClientOptions): VectorStoresApi {
  const environment = options.environment ?? plainEnvironment();
  const transport = createHttpTransport(options, environment, createBackendInfo(options.capabilities));
  const { store, file, batch, stores, files, results, content } = VECTOR_STORE_EXAMPLES;

  /** `T` is what the operation responds with. */
  async function read<T>(
    name: VectorStoreOperationName,
    example: Example,
    parts: RequestParts,
    sent: RequestOptions = {},
  ): Promise<T> {
    return fill(example, await transport.read(operationOf(name), parts, sent)) as T;
  }

  /** A page whose items have no ids. */
  async function readResults<T>(
    name: VectorStoreOperationName,
    example: Example,
    parts: RequestParts,
    sent: RequestOptions = {},
  ): Promise<T> {
    const body = (await transport.read(operationOf(name), parts, sent, 'blob')) as Blob;
    const page = parseJson(await body.text());
    if (isRecord(page) && Array.isArray(page['data'])) return fill(example, page) as T;
    throw new ThreadkitError('stream', `The response to ${name} is unreadable: it is not a page with data.`);
  }

  return {
    create: (body = {}, sent) => read('createVectorStore', store, { ids: [], body }, sent),
    list: (query, sent) => read('listVectorStores', stores, { ids: [], query }, sent),
    get: (id, sent) => read('getVectorStore', store, { ids: [id] }, sent),
    modify: (id, body, sent) => read('modifyVectorStore', store, { ids: [id], body }, sent),
    delete: (id, sent) => read('deleteVectorStore', {}, { ids: [id] }, sent),
    search: (id, body, sent) => readResults('searchVectorStore', results, { ids: [id], body }, sent),
    files: {
      create: (id, body, sent) => read('createVectorStoreFile', file, { ids: [id], body }, sent),
      list: (id, query, sent) => read('listVectorStoreFiles', files, { ids: [id], query }, sent),
      get: (id, fileId, sent) => read('getVectorStoreFile', file, { ids: [id, fileId] }, sent),
      modify: (id, fileId, body, sent) =>
        read('modifyVectorStoreFile', file, { ids: [id, fileId], body }, sent),
      delete: (id, fileId, sent) => read('deleteVectorStoreFile', {}, { ids: [id, fileId] }, sent),
      content: (id, fileId, sent) =>
        readResults('getVectorStoreFileContent', content, { ids: [id, fileId] }, sent),
    },
    fileBatches: {
      create: (id, body, sent) => read('createVectorStoreFileBatch', batch, { ids: [id], body }, sent),
      get: (id, batchId, sent) => read('getVectorStoreFileBatch', batch, { ids: [id, batchId] }, sent),
      cancel: (id, batchId, sent) => read('cancelVectorStoreFileBatch', batch, { ids: [id, batchId] }, sent),
      listFiles: (id, batchId, query, sent) =>
        read('listVectorStoreFileBatchFiles', files, { ids: [id, batchId], query }, sent),
    },
  };
}

function operationOf(name: VectorStoreOperationName): Operation {
  const found = VECTOR_STORE_OPERATIONS.find((operation) => operation.name === name);
  if (!found) throw new TypeError(`There is no operation ${name}.`);
  return found;
}

import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { VECTOR_STORE_OPERATIONS, type VectorStoreOperationName } from './vector-store-operations.ts';

const store = { vector_store_id: 'vs_1' };
const list = { limit: 2, order: 'asc', after: 'a', before: 'b' } as const;
const files = { ...list, filter: 'failed' } as const;

/** A call of the SDK for each operation, with every query parameter that it knows. */
const CALLS: Record<VectorStoreOperationName, (stores: OpenAI['vectorStores']) => Promise<unknown>> = {
  listVectorStores: (stores) => stores.list(list),
  createVectorStore: (stores) => stores.create({}),
  getVectorStore: (stores) => stores.retrieve('vs_1'),
  modifyVectorStore: (stores) => stores.update('vs_1', {}),
  deleteVectorStore: (stores) => stores.delete('vs_1'),
  searchVectorStore: (stores) => stores.search('vs_1', { query: 'x' }),
  listVectorStoreFiles: (stores) => stores.files.list('vs_1', files),
  createVectorStoreFile: (stores) => stores.files.create('vs_1', { file_id: 'file-1' }),
  getVectorStoreFile: (stores) => stores.files.retrieve('file-1', store),
  modifyVectorStoreFile: (stores) => stores.files.update('file-1', { ...store, attributes: null }),
  deleteVectorStoreFile: (stores) => stores.files.delete('file-1', store),
  getVectorStoreFileContent: (stores) => stores.files.content('file-1', store),
  createVectorStoreFileBatch: (stores) => stores.fileBatches.create('vs_1', { file_ids: ['file-1'] }),
  getVectorStoreFileBatch: (stores) => stores.fileBatches.retrieve('vsfb_1', store),
  cancelVectorStoreFileBatch: (stores) => stores.fileBatches.cancel('vsfb_1', store),
  listVectorStoreFileBatchFiles: (stores) => stores.fileBatches.listFiles('vsfb_1', { ...store, ...files }),
};

const IDS: Readonly<Record<string, string>> = {
  vector_store_id: 'vs_1',
  file_id: 'file-1',
  batch_id: 'vsfb_1',
};

describe('the table of operations on vector stores', () => {
  it.each(VECTOR_STORE_OPERATIONS.map((row) => [row.name, row] as const))(
    '%s has the method, path, query and body of the SDK',
    async (name, row) => {
      const sent: Request[] = [];
      const sdk = new OpenAI({
        apiKey: 'unused',
        baseURL: 'http://host/v1',
        fetch: async (url, init) => {
          sent.push(new Request(url, init));
          return Response.json({ data: [] });
        },
      });
      await CALLS[name](sdk.vectorStores);
      expect(sent).toHaveLength(1);
      const [request] = sent;
      const { pathname, searchParams } = new URL(request?.url ?? '');
      expect({
        method: request?.method,
        path: pathname,
        query: [...searchParams.keys()],
        hasBody: request?.body !== null,
      }).toEqual({
        method: row.method,
        path: `/v1${row.path.replaceAll(/\{(\w+)\}/g, (_, id: string) => IDS[id] ?? '')}`,
        query: row.query,
        hasBody: row.body !== 'none',
      });
    },
  );

  it('the ids of a row are those of its path, in order', () => {
    for (const { path, ids } of VECTOR_STORE_OPERATIONS) {
      expect([...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id)).toEqual(ids);
    }
  });
});

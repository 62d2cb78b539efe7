import { createServer, memoryStorage, scripted } from '@threadkit/server';
import { afterAll, describe, expect, it } from 'vitest';
import { VECTOR_STORE_OPERATIONS } from '../api/vector-store-operations.ts';
import { fakeEnvironment } from '../testing/index.ts';
import { createClient } from './create-client.ts';
import { createVectorStoresClient } from './create-vector-stores-client.ts';
import type { VectorStoresApi } from './vector-stores-api.ts';

function withResponses(...responses: readonly Response[]) {
  const sent: Request[] = [];
  const rest = [...responses];
  const vectorStores = createVectorStoresClient({
    baseURL: 'http://host/v1',
    headers: { authorization: 'Bearer key' },
    environment: fakeEnvironment(),
    fetch: async (request) => {
      request.signal.throwIfAborted();
      sent.push(request);
      return rest.shift() ?? Response.json({ id: 'x', data: [] });
    },
  });
  return { vectorStores, sent };
}

const METHODS: Readonly<Record<string, (stores: VectorStoresApi) => Promise<unknown>>> = {
  listVectorStores: (stores) => stores.list({ limit: 2 }),
  createVectorStore: (stores) => stores.create({ name: 'n' }),
  getVectorStore: (stores) => stores.get('vs_1'),
  modifyVectorStore: (stores) => stores.modify('vs_1', { name: 'n' }),
  deleteVectorStore: (stores) => stores.delete('vs_1'),
  searchVectorStore: (stores) => stores.search('vs_1', { query: 'x' }),
  listVectorStoreFiles: (stores) => stores.files.list('vs_1', { filter: 'failed' }),
  createVectorStoreFile: (stores) => stores.files.create('vs_1', { file_id: 'file-1' }),
  getVectorStoreFile: (stores) => stores.files.get('vs_1', 'file-1'),
  modifyVectorStoreFile: (stores) => stores.files.modify('vs_1', 'file-1', { attributes: null }),
  deleteVectorStoreFile: (stores) => stores.files.delete('vs_1', 'file-1'),
  getVectorStoreFileContent: (stores) => stores.files.content('vs_1', 'file-1'),
  createVectorStoreFileBatch: (stores) => stores.fileBatches.create('vs_1', { file_ids: ['file-1'] }),
  getVectorStoreFileBatch: (stores) => stores.fileBatches.get('vs_1', 'vsfb_1'),
  cancelVectorStoreFileBatch: (stores) => stores.fileBatches.cancel('vs_1', 'vsfb_1'),
  listVectorStoreFileBatchFiles: (stores) => stores.fileBatches.listFiles('vs_1', 'vsfb_1', { limit: 1 }),
};
const IDS: Readonly<Record<string, string>> = {
  vector_store_id: 'vs_1',
  file_id: 'file-1',
  batch_id: 'vsfb_1',
};
const QUERIES: Readonly<Record<string, string>> = {
  listVectorStores: '?limit=2',
  listVectorStoreFiles: '?filter=failed',
  listVectorStoreFileBatchFiles: '?limit=1',
};

describe('createVectorStoresClient', () => {
  it.each(VECTOR_STORE_OPERATIONS.map((row) => [row.name, row] as const))(
    'a method sends the request of %s',
    async (name, row) => {
      const { vectorStores, sent } = withResponses();
      await METHODS[name]?.(vectorStores);
      const [request] = sent;
      const path = row.path.replaceAll(/\{(\w+)\}/g, (_, id: string) => IDS[id] ?? '');
      expect([request?.method, request?.url]).toEqual([
        row.method,
        `http://host/v1${path}${QUERIES[name] ?? ''}`,
      ]);
      expect(request?.headers.get('authorization')).toBe('Bearer key');
      expect((await request?.text()) === '').toBe(row.body === 'none');
    },
  );

  it('members that a backend leaves out are filled in, and others stay', async () => {
    const { vectorStores } = withResponses(
      Response.json({ id: 'vs_1', status: 'completed', surprise: 1 }),
      Response.json({ data: [{ id: 'file-1', last_error: { code: 'invalid_file' } }, 'nonsense'] }),
      Response.json({ data: [{ file_id: 'file-1', content: [{ type: 'text' }] }], search_query: 'x' }),
    );
    expect(await vectorStores.get('vs_1')).toEqual({
      id: 'vs_1',
      status: 'completed',
      surprise: 1,
      created_at: 0,
      usage_bytes: 0,
      file_counts: { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 },
    });
    expect((await vectorStores.files.list('vs_1')).data).toEqual([
      {
        id: 'file-1',
        created_at: 0,
        status: 'in_progress',
        usage_bytes: 0,
        last_error: { code: 'invalid_file', message: '' },
      },
    ]);
    expect(await vectorStores.search('vs_1', { query: 'x' })).toEqual({
      search_query: ['x'],
      data: [{ file_id: 'file-1', filename: '', score: 0, content: [{ type: 'text', text: '' }] }],
    });
  });

  it.each([
    ['JSON of another kind', Response.json({ id: 'vs_1' })],
    ['no JSON', new Response('<html>')],
  ])('a search whose response is %s rejects with the kind stream', async (_what, response) => {
    const { vectorStores } = withResponses(response);
    await expect(vectorStores.search('vs_1', { query: 'x' })).rejects.toMatchObject({
      kind: 'stream',
      message: expect.stringContaining('searchVectorStore'),
    });
  });

  it('an error of the backend keeps its status and message', async () => {
    const error = { message: "No vector store found with id 'vs_1'.", type: 'invalid_request_error' };
    const { vectorStores } = withResponses(Response.json({ error }, { status: 404 }));
    await expect(vectorStores.get('vs_1')).rejects.toMatchObject({ status: 404, message: error.message });
  });

  it('an aborted call rejects with the reason of its signal', async () => {
    const { vectorStores } = withResponses();
    await expect(vectorStores.get('vs_1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('createVectorStoresClient with a server', () => {
  const baseURL = 'http://in-process/v1';
  const server = createServer({
    storage: memoryStorage(),
    engine: scripted({ paceMs: 0 }),
    authorize: 'allow-everyone',
  });
  afterAll(() => server.close());
  const fetch = (request: Request) => server.fetch(request);
  const client = createClient({ baseURL, fetch });
  const stores = createVectorStoresClient({ baseURL, fetch });

  it('vector stores with files and batches are created, changed, listed, searched and deleted', async () => {
    const file = await client.files?.upload(new File(['The text.'], 'a.txt'));
    const fileId = file?.id ?? '';
    const { id } = await stores.create({ name: 'Old', file_ids: [fileId] });
    expect(await stores.modify(id, { name: 'New' })).toMatchObject({ id, name: 'New' });
    expect((await stores.list()).data.map((store) => store.id)).toEqual([id]);
    expect(await stores.files.modify(id, fileId, { attributes: { year: 2026 } })).toMatchObject({
      id: fileId,
      attributes: { year: 2026 },
    });
    expect((await stores.files.list(id)).data.map((listed) => listed.id)).toEqual([fileId]);
    const batch = await stores.fileBatches.create(id, { file_ids: [fileId] });
    const files = await stores.fileBatches.listFiles(id, batch.id);
    expect(files.data.map((listed) => listed.id)).toEqual([fileId]);
    expect((await stores.fileBatches.cancel(id, batch.id)).file_counts.total).toBe(1);
    expect(await stores.search(id, { query: 'volcano' })).toMatchObject({
      search_query: ['volcano'],
      data: [],
    });
    expect(await stores.files.delete(id, fileId)).toMatchObject({ id: fileId, deleted: true });
    expect(await stores.delete(id)).toEqual({ id, object: 'vector_store.deleted', deleted: true });
    await expect(stores.get(id)).rejects.toMatchObject({ kind: 'api', status: 404 });
  });

  it('the client of threads learns the capability', () => {
    expect(client.capabilities.vectorStores).toBe(true);
  });
});

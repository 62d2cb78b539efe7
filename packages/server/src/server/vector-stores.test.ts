import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { testServer } from '../testing/test-server.ts';
import { vectorStoreServer } from '../testing/vector-store-server.ts';

const DAY_S = 24 * 3600;
const COUNTS = { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 };

describe('vector stores', () => {
  it('vector stores are announced as a capability', async () => {
    const { headers } = await testServer().caller.send('GET', '/assistants');
    expect(headers.get('threadkit-capabilities')?.split(',')).toContain('vectorStores');
  });

  it('a storage without vector stores responds with 404 that says so, and does not announce them', async () => {
    const { vectorStores: _, ...storage } = memoryStorage();
    const { caller } = testServer({ storage });
    const response = await caller.send('GET', '/vector_stores');
    expect(response.headers.get('threadkit-capabilities')).not.toContain('vectorStores');
    expect(response.status).toBe(404);
    for (const path of ['/vector_stores', '/vector_stores/vs_1', '/vector_stores/vs_1/files/file_1']) {
      expect(await caller.refusal('GET', path)).toMatchObject({
        status: 404,
        code: 'vector_stores_unavailable',
        message: expect.stringMatching(/has no vector stores.*createServer/),
      });
    }
  });

  it("an end user's token may use its own vector stores", async () => {
    const { caller } = testServer({ authorize: () => ({ id: 'ann', role: 'user' }) });
    const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { name: 'Mine' });
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data.map((store) => store.id)).toEqual(
      [id],
    );
    const { data } = await caller.ask('searchResults', 'POST', `/vector_stores/${id}/search`, { query: 'x' });
    expect(data).toEqual([]);
    await caller.ask('deleted', 'DELETE', `/vector_stores/${id}`);
  });

  it('a vector store is returned in the wire format, with its defaults', async () => {
    const { caller, clock } = vectorStoreServer();
    const store = await caller.ask('vectorStore', 'POST', '/vector_stores');
    const now = clock.now() / 1000;
    expect(store).toEqual({
      id: expect.stringMatching(/^vs_\w{24}$/),
      object: 'vector_store',
      created_at: now,
      name: null,
      description: null,
      usage_bytes: 0,
      file_counts: COUNTS,
      status: 'completed',
      expires_after: null,
      expires_at: null,
      last_active_at: now,
      metadata: {},
    });
    expect(await caller.ask('vectorStore', 'GET', `/vector_stores/${store.id}`)).toEqual(store);
  });

  it('a vector store has the fields of the request, and the files that it names, each once', async () => {
    const { caller, clock, upload, process } = vectorStoreServer();
    const files = [await upload(), await upload()];
    const store = await caller.ask('vectorStore', 'POST', '/vector_stores', {
      name: 'Handbook',
      description: 'For all.',
      file_ids: [...files, files[0]],
      chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 100, chunk_overlap_tokens: 50 } },
      expires_after: { anchor: 'last_active_at', days: 7 },
      metadata: { a: 'b' },
    });
    expect(store).toMatchObject({
      name: 'Handbook',
      description: 'For all.',
      status: 'in_progress',
      file_counts: { ...COUNTS, in_progress: 2, total: 2 },
      expires_after: { anchor: 'last_active_at', days: 7 },
      expires_at: clock.now() / 1000 + 7 * DAY_S,
      metadata: { a: 'b' },
    });
    const place = `/vector_stores/${store.id}`;
    expect(await caller.ask('vectorStore', 'GET', place)).toEqual(store);
    const listed = await caller.ask('vectorStoreFiles', 'GET', `${place}/files?order=asc`);
    expect(listed.data.map(({ id }) => id)).toEqual(files);
    expect(listed.data[0]?.chunking_strategy).toEqual({
      type: 'static',
      static: { max_chunk_size_tokens: 100, chunk_overlap_tokens: 50 },
    });
    await process(() => [{ start: 0, text: 'x' }]);
    expect(await caller.ask('vectorStore', 'GET', place)).toMatchObject({
      status: 'completed',
      usage_bytes: 200,
      file_counts: { ...COUNTS, completed: 2, total: 2 },
    });
  });

  it('a vector store with a file that does not exist is refused with its id, and not created', async () => {
    const { caller, upload } = vectorStoreServer();
    const body = { file_ids: [await upload(), 'file-gone'] };
    expect(await caller.refusal('POST', '/vector_stores', body)).toMatchObject({
      status: 404,
      message: "No file found with id 'file-gone'.",
    });
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toEqual([]);
  });

  it('the same request with the same idempotency key creates one vector store', async () => {
    const { caller } = vectorStoreServer();
    const send = async (name: string) => {
      const response = await caller.send('POST', '/vector_stores', { name }, { 'idempotency-key': 'k' });
      return { status: response.status, ...((await response.json()) as object) };
    };
    const first = await send('A');
    expect(await send('A')).toEqual(first);
    expect(await send('B')).toMatchObject({ status: 400, error: { code: 'idempotency_key_reused' } });
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toHaveLength(1);
  });

  it('a vector store beyond the limit of their number is refused', async () => {
    const { caller } = vectorStoreServer({ vectorStoresPerPrincipal: 1 });
    await caller.ask('vectorStore', 'POST', '/vector_stores', {});
    expect(await caller.refusal('POST', '/vector_stores', {})).toMatchObject({
      status: 429,
      message: expect.stringContaining('vectorStoresPerPrincipal'),
    });
  });

  it('vector stores are listed by page, newest first', async () => {
    const { caller, clock } = vectorStoreServer();
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) {
      ids.unshift((await caller.ask('vectorStore', 'POST', '/vector_stores', {})).id);
      await clock.advance(1000);
    }
    const first = await caller.ask('vectorStores', 'GET', '/vector_stores?limit=2');
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.has_more).toBe(true);
    const rest = await caller.ask('vectorStores', 'GET', `/vector_stores?after=${ids[1]}`);
    expect(rest.data.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(await caller.refusal('GET', '/vector_stores?after=vs_gone')).toMatchObject({
      status: 400,
      code: 'invalid_cursor',
    });
  });

  it('modifying changes the given fields only, and replaces metadata as a whole', async () => {
    const { caller } = vectorStoreServer();
    const before = await caller.ask('vectorStore', 'POST', '/vector_stores', {
      name: 'Old',
      metadata: { a: '1', b: '2' },
    });
    const place = `/vector_stores/${before.id}`;
    const after = await caller.ask('vectorStore', 'POST', place, { metadata: { a: '3' } });
    expect(after).toEqual({ ...before, metadata: { a: '3' } });
    expect(await caller.ask('vectorStore', 'POST', place, { name: null, metadata: null })).toEqual({
      ...before,
      name: null,
      metadata: {},
    });
  });

  it('a new number of days counts from the change on, and null removes it', async () => {
    const { caller, clock } = vectorStoreServer();
    const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', {});
    const place = `/vector_stores/${id}`;
    await clock.advance(5 * DAY_S * 1000);
    const expires_after = { anchor: 'last_active_at', days: 3 };
    const now = clock.now() / 1000;
    expect(await caller.ask('vectorStore', 'POST', place, { expires_after })).toMatchObject({
      status: 'completed',
      last_active_at: now,
      expires_at: now + 3 * DAY_S,
    });
    expect(await caller.ask('vectorStore', 'POST', place, { expires_after: null })).toMatchObject({
      expires_after: null,
      expires_at: null,
    });
  });

  it('deleting a vector store keeps its files', async () => {
    const { caller, upload } = vectorStoreServer();
    const fileId = await upload();
    const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { file_ids: [fileId] });
    expect(await caller.ask('deleted', 'DELETE', `/vector_stores/${id}`)).toEqual({
      id,
      object: 'vector_store.deleted',
      deleted: true,
    });
    for (const method of ['GET', 'DELETE']) {
      expect(await caller.refusal(method, `/vector_stores/${id}`)).toMatchObject({
        status: 404,
        message: `No vector store found with id '${id}'.`,
      });
    }
    expect((await caller.ask('file', 'GET', `/files/${fileId}`)).id).toBe(fileId);
  });

  describe('of which one has expired', () => {
    async function expired() {
      const served = vectorStoreServer();
      const { caller, clock, upload, process } = served;
      const fileId = await upload();
      const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', {
        expires_after: { anchor: 'last_active_at', days: 1 },
        file_ids: [fileId],
      });
      await process();
      await clock.advance(DAY_S * 1000);
      return { ...served, id, fileId, place: `/vector_stores/${id}` };
    }

    it('has the status expired, before and after its contents are deleted', async () => {
      const { caller, clock, storage, id, place } = await expired();
      const status = async () => (await caller.ask('vectorStore', 'GET', place)).status;
      expect(await status()).toBe('expired');
      expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toMatchObject([
        { id, status: 'expired' },
      ]);
      await storage.vectorStores?.dropExpired(clock.now() / 1000);
      expect(await status()).toBe('expired');
    });

    it('its name and metadata can be changed', async () => {
      const { caller, place } = await expired();
      expect(
        await caller.ask('vectorStore', 'POST', place, { name: 'n', metadata: { a: 'b' } }),
      ).toMatchObject({ name: 'n', metadata: { a: 'b' }, status: 'expired' });
    });

    it('it takes neither files nor another lifetime, and its contents cannot be searched or read', async () => {
      const { caller, place, fileId } = await expired();
      const refusals = [
        ['POST', place, { expires_after: { anchor: 'last_active_at', days: 9 } }],
        ['POST', place, { expires_after: null }],
        ['POST', `${place}/files`, { file_id: fileId }],
        ['POST', `${place}/file_batches`, { file_ids: [fileId] }],
        ['POST', `${place}/search`, { query: 'text' }],
        ['GET', `${place}/files/${fileId}/content`],
      ] as const;
      for (const [method, path, body] of refusals) {
        expect(await caller.refusal(method, path, body)).toMatchObject({
          status: 400,
          code: 'vector_store_expired',
          message: expect.stringMatching(/has expired.*Create a new one/),
        });
      }
    });
  });

  it.each([
    [{ name: 'x'.repeat(257) }, 'name'],
    [{ description: 'x'.repeat(513) }, 'description'],
    [{ metadata: { a: 1 } }, 'metadata.a'],
    [{ expires_after: { anchor: 'created_at', days: 1 } }, 'expires_after.anchor'],
    [{ expires_after: { anchor: 'last_active_at', days: 0 } }, 'expires_after.days'],
    [{ expires_after: { anchor: 'last_active_at', days: 366 } }, 'expires_after.days'],
    [{ file_ids: Array.from({ length: 2001 }, (_, index) => `file-${index}`) }, 'file_ids'],
    [{ chunking_strategy: { type: 'none' } }, 'chunking_strategy.type'],
    [
      {
        chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 99, chunk_overlap_tokens: 0 } },
      },
      'chunking_strategy.static.max_chunk_size_tokens',
    ],
    [
      {
        chunking_strategy: {
          type: 'static',
          static: { max_chunk_size_tokens: 100, chunk_overlap_tokens: 51 },
        },
      },
      'chunking_strategy.static.chunk_overlap_tokens',
    ],
    [{ surprise: 1 }, 'surprise'],
  ])('a vector store with an invalid value is refused with its path: %j', async (body, param) => {
    const { caller } = vectorStoreServer();
    expect(await caller.refusal('POST', '/vector_stores', body)).toMatchObject({ status: 400, param });
  });
});

import type { StaticChunkingStrategy } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { StoredChunk } from '../storage/vector-store-storage.ts';
import { vectorStoreServer } from '../testing/vector-store-server.ts';

const AUTO: StaticChunkingStrategy = {
  type: 'static',
  static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 },
};

async function withStore(files = 0) {
  const served = vectorStoreServer();
  const { id } = await served.caller.ask('vectorStore', 'POST', '/vector_stores', {});
  const fileIds: string[] = [];
  for (let made = 0; made < files; made += 1) fileIds.push(await served.upload(`${made}.txt`));
  return { ...served, id, place: `/vector_stores/${id}`, fileIds, fileId: fileIds[0] ?? '' };
}

async function withFile() {
  const served = await withStore(1);
  const { caller, place, fileId } = served;
  const added = await caller.ask('vectorStoreFile', 'POST', `${place}/files`, { file_id: fileId });
  return { ...served, added, filePlace: `${place}/files/${fileId}` };
}

describe('files of a vector store', () => {
  it('a file is added in the wire format, with its defaults', async () => {
    const { caller, clock, id, fileId, added, filePlace } = await withFile();
    expect(added).toEqual({
      id: fileId,
      object: 'vector_store.file',
      created_at: clock.now() / 1000,
      vector_store_id: id,
      status: 'in_progress',
      last_error: null,
      usage_bytes: 0,
      attributes: null,
      chunking_strategy: AUTO,
    });
    expect(await caller.ask('vectorStoreFile', 'GET', filePlace)).toEqual(added);
  });

  it('a response says when to poll again while a file or batch is in progress, and not after it', async () => {
    const { caller, process, filePlace, place, fileId } = await withFile();
    const batch = await caller.ask('fileBatch', 'POST', `${place}/file_batches`, { file_ids: [fileId] });
    const paths = [filePlace, `${place}/file_batches/${batch.id}`];
    const pollAfter = async (path: string) =>
      (await caller.send('GET', path)).headers.get('openai-poll-after-ms');
    for (const path of paths) expect(await pollAfter(path)).toBe('500');
    await process();
    for (const path of paths) expect(await pollAfter(path)).toBe(null);
  });

  it('a file that is added again is processed again, with its new settings', async () => {
    const { caller, process, filePlace, place, fileId } = await withFile();
    await process();
    expect((await caller.ask('vectorStoreFile', 'GET', filePlace)).status).toBe('completed');
    const again = await caller.ask('vectorStoreFile', 'POST', `${place}/files`, {
      file_id: fileId,
      attributes: { year: 2026, draft: false, team: 'blue' },
    });
    expect(again).toMatchObject({
      status: 'in_progress',
      attributes: { year: 2026, draft: false, team: 'blue' },
    });
    expect((await caller.ask('vectorStoreFiles', 'GET', `${place}/files`)).data).toEqual([again]);
  });

  it('adding a file counts as a use of the vector store', async () => {
    const { caller, clock, place, fileId } = await withStore(1);
    await clock.advance(60_000);
    await caller.ask('vectorStoreFile', 'POST', `${place}/files`, { file_id: fileId });
    expect((await caller.ask('vectorStore', 'GET', place)).last_active_at).toBe(clock.now() / 1000);
  });

  it('no file is added once the limit of stored bytes is used up', async () => {
    const { caller, upload, process } = vectorStoreServer({ vectorStoreBytesPerPrincipal: 1 });
    const { id } = await caller.ask('vectorStore', 'POST', '/vector_stores', { file_ids: [await upload()] });
    await process();
    const fileId = await upload();
    const place = `/vector_stores/${id}`;
    for (const [path, body] of [
      [`${place}/files`, { file_id: fileId }],
      [`${place}/file_batches`, { file_ids: [fileId] }],
    ] as const) {
      expect(await caller.refusal('POST', path, body)).toMatchObject({
        status: 429,
        message: expect.stringContaining('vectorStoreBytesPerPrincipal'),
      });
    }
  });

  it('a file that does not exist is refused with its id', async () => {
    const { caller, place } = await withStore();
    expect(await caller.refusal('POST', `${place}/files`, { file_id: 'file-gone' })).toMatchObject({
      status: 404,
      message: "No file found with id 'file-gone'.",
    });
  });

  it('files are listed by page and by status', async () => {
    const { caller, place, fileIds, process } = await withStore(3);
    await caller.ask('fileBatch', 'POST', `${place}/file_batches`, { file_ids: fileIds });
    await process((id) =>
      id === fileIds[1]
        ? { status: 'failed', error: { code: 'unsupported_file', message: 'No text.' } }
        : [{ start: 0, text: 'x' }],
    );
    const list = async (query: string) =>
      (await caller.ask('vectorStoreFiles', 'GET', `${place}/files?order=asc&${query}`)).data.map(
        ({ id }) => id,
      );
    expect(await list('')).toEqual(fileIds);
    expect(await list('filter=completed')).toEqual([fileIds[0], fileIds[2]]);
    expect(await list('filter=failed')).toEqual([fileIds[1]]);
    expect(await list(`limit=1&after=${fileIds[0]}`)).toEqual([fileIds[1]]);
    expect(await list(`before=${fileIds[1]}`)).toEqual([fileIds[0]]);
    expect(await caller.refusal('GET', `${place}/files?filter=done`)).toMatchObject({
      status: 400,
      param: 'filter',
    });
    expect(await caller.refusal('GET', `${place}/files?after=file-gone`)).toMatchObject({
      status: 400,
      code: 'invalid_cursor',
    });
  });

  it('a file that could not be processed says why', async () => {
    const { caller, process, filePlace } = await withFile();
    const error = { code: 'unsupported_file', message: 'The file is not text.' };
    await process(() => ({ status: 'failed', error }));
    expect(await caller.ask('vectorStoreFile', 'GET', filePlace)).toMatchObject({
      status: 'failed',
      last_error: error,
    });
    expect(await caller.refusal('GET', `${filePlace}/content`)).toMatchObject({
      status: 400,
      code: 'file_not_processed',
      message: expect.stringContaining('The file is not text.'),
    });
  });

  it('attributes are replaced as a whole, and null removes them', async () => {
    const { caller, added, filePlace } = await withFile();
    const modify = (attributes: unknown) => caller.ask('vectorStoreFile', 'POST', filePlace, { attributes });
    expect(await modify({ a: 'x', b: 1 })).toEqual({ ...added, attributes: { a: 'x', b: 1 } });
    expect(await modify({ b: 2 })).toEqual({ ...added, attributes: { b: 2 } });
    expect(await modify(null)).toEqual(added);
  });

  it.each([
    [{ ['x'.repeat(65)]: 1 }, 'attributes'],
    [Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`key${index}`, 1])), 'attributes'],
    [{ text: 'x'.repeat(513) }, 'attributes.text'],
    [{ list: [] }, 'attributes.list'],
    [{ nothing: null }, 'attributes.nothing'],
    [1, 'attributes'],
  ])('attributes with an invalid value are refused with its path: %j', async (attributes, param) => {
    const { caller, fileId, place, filePlace } = await withFile();
    expect(await caller.refusal('POST', filePlace, { attributes })).toMatchObject({ status: 400, param });
    expect(await caller.refusal('POST', `${place}/files`, { file_id: fileId, attributes })).toMatchObject({
      status: 400,
      param,
    });
  });

  it('a file is removed from the vector store and stays a file', async () => {
    const { caller, place, fileId, filePlace } = await withFile();
    expect(await caller.ask('deleted', 'DELETE', filePlace)).toEqual({
      id: fileId,
      object: 'vector_store.file.deleted',
      deleted: true,
    });
    for (const [method, path] of [
      ['GET', filePlace],
      ['DELETE', filePlace],
      ['GET', `${filePlace}/content`],
    ] as const) {
      expect(await caller.refusal(method, path)).toMatchObject({
        status: 404,
        message: `No vector store file found with id '${fileId}'.`,
      });
    }
    expect((await caller.ask('vectorStore', 'GET', place)).file_counts.total).toBe(0);
    expect((await caller.ask('file', 'GET', `/files/${fileId}`)).id).toBe(fileId);
  });

  it('deleting a file removes it from its vector stores', async () => {
    const { caller, place, fileId } = await withFile();
    await caller.ask('deleted', 'DELETE', `/files/${fileId}`);
    expect((await caller.ask('vectorStoreFiles', 'GET', `${place}/files`)).data).toEqual([]);
  });
});

describe('the content of a file of a vector store', () => {
  async function contentOf(chunks: readonly StoredChunk[]) {
    const { caller, process, filePlace } = await withFile();
    await process(() => chunks);
    return caller.ask('fileContent', 'GET', `${filePlace}/content`);
  }

  it('is the text of its chunks without what they repeat', async () => {
    const text = 'The quick brown fox "jumps" over\nthe lazy dog 🧵.';
    const chunks = [
      { start: 0, text: text.slice(0, 20) },
      { start: 10, text: text.slice(10, 33) },
      { start: 30, text: text.slice(30) },
    ];
    expect(await contentOf(chunks)).toEqual({
      object: 'vector_store.file_content.page',
      data: [{ type: 'text', text }],
      has_more: false,
      next_page: null,
    });
  });

  it('has a line break where white space between chunks was not stored', async () => {
    const { data } = await contentOf([
      { start: 3, text: 'one' },
      { start: 10, text: 'two' },
    ]);
    expect(data).toEqual([{ type: 'text', text: 'one\ntwo' }]);
  });

  it('is whole for a file of many chunks, also where a chunk ends within a character', async () => {
    const text = '🧵'.repeat(500);
    const chunks = Array.from({ length: 200 }, (_, at) => ({
      start: at * 5,
      text: text.slice(at * 5, at * 5 + 5),
    }));
    expect((await contentOf(chunks)).data).toEqual([{ type: 'text', text }]);
  });

  it('is empty for a file without text', async () => {
    expect((await contentOf([])).data).toEqual([{ type: 'text', text: '' }]);
  });

  it('is refused while the file is being processed', async () => {
    const { caller, filePlace } = await withFile();
    expect(await caller.refusal('GET', `${filePlace}/content`)).toMatchObject({
      status: 400,
      code: 'file_not_processed',
      message: expect.stringMatching(/still being processed.*Try again/),
    });
  });

  it('breaks off when the file is deleted while its content is read', async () => {
    const { caller, process, filePlace } = await withFile();
    await process(() => Array.from({ length: 100 }, (_, at) => ({ start: at, text: 'x' })));
    const response = await caller.send('GET', `${filePlace}/content`);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await caller.ask('deleted', 'DELETE', filePlace);
    const rest = async () => {
      for (;;) if ((await reader?.read())?.done !== false) return;
    };
    await expect(rest()).rejects.toThrow(/deleted or processed again/);
  });
});

describe('batches of files', () => {
  async function withBatch(files = 2) {
    const served = await withStore(files);
    const { caller, place, fileIds } = served;
    const batch = await caller.ask('fileBatch', 'POST', `${place}/file_batches`, { file_ids: fileIds });
    return { ...served, batch, batchPlace: `${place}/file_batches/${batch.id}` };
  }

  it('a batch is returned in the wire format, and counts its files until they are processed', async () => {
    const { caller, clock, id, batch, batchPlace, process } = await withBatch();
    const counts = { in_progress: 2, completed: 0, failed: 0, cancelled: 0, total: 2 };
    expect(batch).toEqual({
      id: expect.stringMatching(/^vsfb_\w{24}$/),
      object: 'vector_store.files_batch',
      created_at: clock.now() / 1000,
      vector_store_id: id,
      status: 'in_progress',
      file_counts: counts,
    });
    expect(await caller.ask('fileBatch', 'GET', batchPlace)).toEqual(batch);
    await process();
    expect(await caller.ask('fileBatch', 'GET', batchPlace)).toEqual({
      ...batch,
      status: 'completed',
      file_counts: { ...counts, in_progress: 0, completed: 2 },
    });
  });

  it('settings of a batch apply to its ids, each once', async () => {
    const { caller, place, fileIds } = await withStore(2);
    const chunking_strategy = {
      type: 'static',
      static: { max_chunk_size_tokens: 200, chunk_overlap_tokens: 0 },
    };
    const batch = await caller.ask('fileBatch', 'POST', `${place}/file_batches`, {
      file_ids: [...fileIds, ...fileIds],
      attributes: { team: 'blue' },
      chunking_strategy,
    });
    expect(batch.file_counts.total).toBe(2);
    const { data } = await caller.ask('vectorStoreFiles', 'GET', `${place}/files`);
    for (const file of data) expect(file).toMatchObject({ attributes: { team: 'blue' }, chunking_strategy });
  });

  it('files of a batch have their own settings, and those of the batch do not apply to them', async () => {
    const { caller, place, fileIds } = await withStore(2);
    await caller.ask('fileBatch', 'POST', `${place}/file_batches`, {
      files: [{ file_id: fileIds[0], attributes: { team: 'red' } }, { file_id: fileIds[1] }],
      attributes: { team: 'blue' },
    });
    const { data } = await caller.ask('vectorStoreFiles', 'GET', `${place}/files?order=asc`);
    expect(data.map(({ attributes }) => attributes)).toEqual([{ team: 'red' }, null]);
  });

  it('the files of a batch are listed without others of the vector store', async () => {
    const { caller, place, fileIds, batchPlace, upload } = await withBatch();
    await caller.ask('vectorStoreFile', 'POST', `${place}/files`, { file_id: await upload() });
    const list = async (query: string) =>
      (await caller.ask('vectorStoreFiles', 'GET', `${batchPlace}/files?order=asc&${query}`)).data.map(
        ({ id }) => id,
      );
    expect(await list('')).toEqual(fileIds);
    expect(await list(`limit=1&after=${fileIds[0]}`)).toEqual([fileIds[1]]);
    expect(await list('filter=completed')).toEqual([]);
  });

  it('cancelling a batch cancels its files that are in progress, which stay in the vector store', async () => {
    const { caller, batchPlace, place, fileIds, process } = await withBatch();
    const cancelled = await caller.ask('fileBatch', 'POST', `${batchPlace}/cancel`);
    expect(cancelled).toMatchObject({ status: 'cancelled', file_counts: { cancelled: 2, total: 2 } });
    expect(await process()).toEqual([]);
    expect(await caller.refusal('GET', `${place}/files/${fileIds[0]}/content`)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/batch was cancelled\. Add it again/),
    });
  });

  it('cancelling a batch whose files are processed changes nothing', async () => {
    const { caller, batchPlace, process } = await withBatch();
    await process();
    const completed = await caller.ask('fileBatch', 'GET', batchPlace);
    expect(await caller.ask('fileBatch', 'POST', `${batchPlace}/cancel`)).toEqual(completed);
  });

  it('a batch with a file that does not exist is refused with its id, and adds nothing', async () => {
    const { caller, place, fileIds } = await withStore(2);
    const body = { file_ids: [...fileIds, 'file-gone'] };
    expect(await caller.refusal('POST', `${place}/file_batches`, body)).toMatchObject({
      status: 404,
      message: "No file found with id 'file-gone'.",
    });
    expect((await caller.ask('vectorStoreFiles', 'GET', `${place}/files`)).data).toEqual([]);
  });

  it('a batch that does not exist is refused with its id', async () => {
    const { caller, place } = await withStore();
    for (const [method, path] of [
      ['GET', 'vsfb_gone'],
      ['GET', 'vsfb_gone/files'],
      ['POST', 'vsfb_gone/cancel'],
    ] as const) {
      expect(await caller.refusal(method, `${place}/file_batches/${path}`)).toMatchObject({
        status: 404,
        message: "No file batch found with id 'vsfb_gone'.",
      });
    }
  });

  it.each([
    [{}, 'file_ids'],
    [{ file_ids: [] }, 'file_ids'],
    [{ files: [] }, 'files'],
    [{ file_ids: ['file-1'], files: [{ file_id: 'file-1' }] }, 'files'],
    [{ files: [{ file_id: 'file-1' }, { file_id: 'file-1' }] }, 'files[1].file_id'],
    [{ files: [{ attributes: {} }] }, 'files[0].file_id'],
    [{ file_ids: Array.from({ length: 2001 }, (_, index) => `file-${index}`) }, 'file_ids'],
  ])('a batch with an invalid list of files is refused: %j', async (body, param) => {
    const { caller, place } = await withStore();
    expect(await caller.refusal('POST', `${place}/file_batches`, body)).toMatchObject({ status: 400, param });
  });

  it('a vector store that would have more than 10,000 files takes none of a batch', async () => {
    const { caller, storage, place, id, fileIds } = await withStore(2);
    const files = Array.from({ length: 9_999 }, (_, index) => ({
      fileId: `file-${index}`,
      filename: 'a.txt',
      attributes: null,
      chunkingStrategy: AUTO,
    }));
    const owner = (await storage.vectorStores?.ownerOf(id)) ?? '';
    await storage.vectorStores?.addFiles({ owner }, id, { at: 0, files, existing: 'replace' });
    expect(await caller.refusal('POST', `${place}/file_batches`, { file_ids: fileIds })).toMatchObject({
      status: 400,
      code: 'vector_store_full',
      message: expect.stringContaining('10000'),
    });
    expect((await caller.ask('vectorStore', 'GET', place)).file_counts.total).toBe(9_999);
  });
});

import type { VectorStoreFileObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { type VectorStoreServer, vectorStoreServer } from '../testing/vector-store-server.ts';

const DAY_S = 24 * 3600;
const WEEK = { anchor: 'last_active_at', days: 7 };
const CHUNKS = { type: 'static', static: { max_chunk_size_tokens: 200, chunk_overlap_tokens: 50 } } as const;
const AUTO_CHUNKS = { type: 'static', static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 } };

const withFile = (id: string) => ({
  role: 'user',
  content: 'see file',
  attachments: [{ file_id: id, tools: [{ type: 'file_search' }] }],
});

const helperOf = (ids: readonly string[]) => ({
  file_search: { vector_stores: [{ file_ids: ids, chunking_strategy: CHUNKS, metadata: { a: 'b' } }] },
});

async function filesOf({ caller }: VectorStoreServer, storeId: string): Promise<VectorStoreFileObject[]> {
  const page = await caller.ask('vectorStoreFiles', 'GET', `/vector_stores/${storeId}/files?order=asc`);
  return [...page.data];
}

async function storeOf({ caller }: VectorStoreServer, threadId: string): Promise<string> {
  const thread = await caller.ask('thread', 'GET', `/threads/${threadId}`);
  return thread.tool_resources?.file_search?.vector_store_ids?.[0] ?? '';
}

describe('vector stores of threads and assistants', () => {
  it('a thread is created with a vector store of its own, which has the files of the helper and of messages', async () => {
    const served = vectorStoreServer();
    const { caller, clock, upload } = served;
    const [a, b, c] = [await upload('a.txt'), await upload('b.txt'), await upload('c.txt')];
    const thread = await caller.ask('thread', 'POST', '/threads', {
      tool_resources: helperOf([a, b, a]),
      messages: [withFile(b), withFile(c), withFile('file-unknown')],
    });
    const id = await storeOf(served, thread.id);
    const now = clock.now() / 1000;
    expect(await caller.ask('vectorStore', 'GET', `/vector_stores/${id}`)).toMatchObject({
      name: null,
      status: 'in_progress',
      file_counts: { in_progress: 3, total: 3 },
      expires_after: WEEK,
      expires_at: now + 7 * DAY_S,
      metadata: { a: 'b' },
    });
    expect(await filesOf(served, id)).toMatchObject([
      { id: a, status: 'in_progress', chunking_strategy: CHUNKS },
      { id: b, status: 'in_progress', chunking_strategy: CHUNKS },
      { id: c, status: 'in_progress', chunking_strategy: AUTO_CHUNKS },
    ]);
    expect([...(await served.process())].toSorted()).toEqual([a, b, c].toSorted());
  });

  it('files that are attached to messages go to the vector store of the thread, however they are added', async () => {
    const served = vectorStoreServer();
    const { caller, upload } = served;
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => upload(`${name}.txt`)));
    const [a = '', b = '', c = ''] = ids;
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [withFile(a)] },
    });
    await caller.runIn(run, 'completed');
    const path = `/threads/${run.thread_id}`;
    const id = await storeOf(served, run.thread_id);
    await caller.ask('message', 'POST', `${path}/messages`, withFile(b));
    const body = { assistant_id: 'asst_demo', additional_messages: [withFile(c)] };
    const second = await caller.ask('run', 'POST', `${path}/runs`, body);
    await caller.runIn(second, 'completed');
    expect(await storeOf(served, run.thread_id)).toBe(id);
    expect((await filesOf(served, id)).map((file) => file.id)).toEqual([a, b, c]);
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toHaveLength(1);
  });

  it('a message whose files are not searched makes no vector store', async () => {
    const { caller, upload } = vectorStoreServer();
    const attachments = [{ file_id: await upload(), tools: [{ type: 'code_interpreter' }] }];
    await caller.ask('thread', 'POST', '/threads', {
      messages: [{ role: 'user', content: 'hi', attachments }],
    });
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toEqual([]);
  });

  it('files that are attached to a thread with a vector store of the request are added to that one', async () => {
    const served = vectorStoreServer();
    const { caller, upload } = served;
    const given = await caller.ask('vectorStore', 'POST', '/vector_stores');
    const file = await upload();
    const resources = { file_search: { vector_store_ids: [given.id] } };
    await caller.ask('thread', 'POST', '/threads', { tool_resources: resources, messages: [withFile(file)] });
    expect((await filesOf(served, given.id)).map(({ id }) => id)).toEqual([file]);
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toHaveLength(1);
  });

  it('an assistant is created with a vector store that does not expire', async () => {
    const served = vectorStoreServer();
    const { caller, upload } = served;
    const file = await upload();
    const assistant = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      tools: [{ type: 'file_search' }],
      tool_resources: helperOf([file]),
    });
    const id = assistant.tool_resources?.file_search?.vector_store_ids?.[0] ?? '';
    expect(await caller.ask('vectorStore', 'GET', `/vector_stores/${id}`)).toMatchObject({
      expires_after: null,
      metadata: { a: 'b' },
    });
    expect((await filesOf(served, id)).map((each) => each.id)).toEqual([file]);
  });

  it('the helper with an unknown file is refused with its id, and creates nothing', async () => {
    const { caller, upload } = vectorStoreServer();
    const tool_resources = helperOf([await upload(), 'file-unknown']);
    const refused = { status: 404, message: "No file found with id 'file-unknown'." };
    const assistant = { model: 'm', tool_resources };
    expect(await caller.refusal('POST', '/assistants', assistant)).toMatchObject(refused);
    expect(await caller.refusal('POST', '/threads', { tool_resources })).toMatchObject(refused);
    const run = { assistant_id: 'asst_demo', thread: { tool_resources } };
    expect(await caller.refusal('POST', '/threads/runs', run)).toMatchObject(refused);
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toEqual([]);
    expect((await caller.ask('threads', 'GET', '/threads')).data).toEqual([]);
  });

  it('a repeated request with an idempotency key makes one vector store', async () => {
    const { caller, upload } = vectorStoreServer();
    const body = { tool_resources: helperOf([await upload()]) };
    const headers = { 'idempotency-key': 'k' };
    const first = await (await caller.send('POST', '/threads', body, headers)).json();
    expect(await (await caller.send('POST', '/threads', body, headers)).json()).toEqual(first);
    expect((await caller.ask('vectorStores', 'GET', '/vector_stores')).data).toHaveLength(1);
  });
});

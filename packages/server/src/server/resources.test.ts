import type { MessageAttachment } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { testServer } from '../testing/test-server.ts';

const attachments: MessageAttachment[] = [
  { file_id: 'file-1', tools: [{ type: 'code_interpreter' }, { type: 'file_search' }] },
];
const message = { role: 'user', content: 'see file', attachments };
const attached = {
  code_interpreter: { file_ids: ['file-1'] },
  file_search: { vector_store_ids: [expect.stringMatching(/^vs_\w{24}$/)] },
};
const bare = { code_interpreter: { file_ids: [] } };

describe("a thread's resources", () => {
  it("a thread's resources contain its messages' attachments, however a message is added", async () => {
    const { caller } = testServer();
    const read = async (id: string) => (await caller.ask('thread', 'GET', `/threads/${id}`)).tool_resources;

    const created = await caller.ask('thread', 'POST', '/threads', { messages: [message] });
    expect(created.tool_resources).toEqual(attached);
    expect(await read(created.id)).toEqual(created.tool_resources);

    const added = await caller.newThread('hello');
    const stored = await caller.ask('message', 'POST', `/threads/${added.id}/messages`, message);
    expect(stored.attachments).toEqual(attachments);
    expect(await read(added.id)).toEqual(attached);

    const ran = await caller.newThread('hello');
    await caller.ask('run', 'POST', `/threads/${ran.id}/runs`, {
      assistant_id: 'asst_demo',
      additional_messages: [message],
    });
    expect(await read(ran.id)).toEqual(attached);

    const both = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [message] },
    });
    expect(await read(both.thread_id)).toEqual(attached);
  });

  it("a thread's resources contain at most twenty files for code_interpreter, however they are added", async () => {
    const { caller } = testServer();
    const withFiles = (from: number, count: number) => ({
      role: 'user',
      content: 'see files',
      attachments: Array.from({ length: count }, (_, index) => ({
        file_id: `file-${from + index}`,
        tools: [{ type: 'code_interpreter' }],
      })),
    });
    const tooLong = {
      status: 400,
      message:
        "Invalid 'tool_resources.code_interpreter.file_ids': array too long. Expected an array with maximum length 20, but got an array with length 21 instead.",
      param: 'tool_resources.code_interpreter.file_ids',
      code: 'array_above_max_length',
    };
    const full = [withFiles(0, 10), withFiles(10, 10)];
    const thread = await caller.ask('thread', 'POST', '/threads', { messages: full });
    const path = `/threads/${thread.id}`;
    const oneMore = withFiles(20, 1);
    expect(await caller.refusal('POST', `${path}/messages`, oneMore)).toMatchObject(tooLong);
    const run = { assistant_id: 'asst_demo' };
    const added = { ...run, additional_messages: [oneMore] };
    expect(await caller.refusal('POST', `${path}/runs`, added)).toMatchObject(tooLong);
    const messages = [...full, oneMore];
    expect(await caller.refusal('POST', '/threads', { messages })).toMatchObject(tooLong);
    expect(await caller.refusal('POST', '/threads/runs', { ...run, thread: { messages } })).toMatchObject(
      tooLong,
    );
    expect((await caller.ask('messages', 'GET', `${path}/messages`)).data).toHaveLength(2);
    expect((await caller.ask('runs', 'GET', `${path}/runs`)).data).toEqual([]);
    await caller.ask('message', 'POST', `${path}/messages`, withFiles(5, 3));
  });

  it("a thread's resources are empty from create and modify, and have code_interpreter from get and thread.created", async () => {
    const { caller } = testServer();
    const thread = await caller.ask('thread', 'POST', '/threads');
    expect(thread.tool_resources).toEqual({});
    const path = `/threads/${thread.id}`;
    expect((await caller.ask('thread', 'POST', path, { metadata: { a: 'b' } })).tool_resources).toEqual({});
    expect((await caller.ask('thread', 'GET', path)).tool_resources).toEqual(bare);
    expect((await caller.ask('threads', 'GET', '/threads')).data[0]?.tool_resources).toEqual(bare);
    const [first] = await caller.stream('POST', '/threads/runs', { assistant_id: 'asst_demo', stream: true });
    expect(first).toMatchObject({ event: 'thread.created', data: { tool_resources: bare } });
  });
});

describe('the vector_stores helper', () => {
  const helper = {
    file_search: {
      vector_stores: [
        {
          chunking_strategy: {
            type: 'static',
            static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 },
          },
          metadata: { a: 'b' },
        },
      ],
    },
  };
  const made = { file_search: { vector_store_ids: [expect.stringMatching(/^vs_/)] } };

  it('the vector_stores helper creates a vector store id with an assistant or a thread', async () => {
    const { caller } = testServer();
    const body = { model: 'm', tools: [{ type: 'file_search' }], tool_resources: helper };
    const assistant = await caller.ask('assistant', 'POST', '/assistants', body);
    expect(assistant.tool_resources).toEqual(made);
    expect(await caller.ask('assistant', 'GET', `/assistants/${assistant.id}`)).toEqual(assistant);
    const thread = await caller.ask('thread', 'POST', '/threads', { tool_resources: helper });
    expect(thread.tool_resources).toEqual(made);
    const run = await caller.ask('run', 'POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { tool_resources: helper },
    });
    const read = await caller.ask('thread', 'GET', `/threads/${run.thread_id}`);
    expect(read.tool_resources).toEqual({ ...bare, ...made });
  });

  it('the vector_stores helper is an unknown parameter of modify and of the resources of a run', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hi');
    const unknown = {
      status: 400,
      code: 'unknown_parameter',
      param: 'tool_resources.file_search.vector_stores',
    };
    for (const path of ['/assistants/asst_demo', `/threads/${thread.id}`]) {
      expect(await caller.refusal('POST', path, { tool_resources: helper })).toMatchObject(unknown);
    }
    const run = { assistant_id: 'asst_demo', tool_resources: helper };
    expect(await caller.refusal('POST', '/threads/runs', run)).toMatchObject(unknown);
  });

  it.each([
    [{ vector_stores: [{}], vector_store_ids: ['vs_1'] }, 'tool_resources.file_search', /exclude each other/],
    [{ vector_stores: [{}, {}] }, 'tool_resources.file_search.vector_stores', /maximum length 1/],
    [
      { vector_store_ids: ['vs_1', 'vs_2'] },
      'tool_resources.file_search.vector_store_ids',
      /maximum length 1/,
    ],
    [
      {
        vector_stores: [
          {
            chunking_strategy: {
              type: 'static',
              static: { max_chunk_size_tokens: 100, chunk_overlap_tokens: 51 },
            },
          },
        ],
      },
      'tool_resources.file_search.vector_stores[0].chunking_strategy.static.chunk_overlap_tokens',
      /at most half/,
    ],
  ])('the vector_stores helper is validated: %j', async (search, param, wording) => {
    const { caller } = testServer();
    const refused = await caller.refusal('POST', '/threads', { tool_resources: { file_search: search } });
    expect(refused).toMatchObject({ status: 400, param, message: expect.stringMatching(wording) });
  });
});

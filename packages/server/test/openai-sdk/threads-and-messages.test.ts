import { expect } from 'vitest';
import { newThread, POLL } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

sdkTest(
  'the SDK creates an empty thread, and one with messages',
  ['createThread', 'getThread', 'listMessages'],
  async ({ threads }) => {
    const empty = await threads.create();
    expect(empty).toMatchObject({ object: 'thread', metadata: {} });
    const thread = await threads.create({
      metadata: { topic: 'tea' },
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: [{ type: 'text', text: 'Good day' }] },
      ],
    });
    expect(await threads.retrieve(thread.id)).toMatchObject({ id: thread.id, metadata: { topic: 'tea' } });
    const { data } = await threads.messages.list(thread.id, { order: 'asc' });
    expect(data.map(({ role, content, run_id }) => [role, content, run_id])).toEqual([
      ['user', [{ type: 'text', text: { value: 'Hello', annotations: [] } }], null],
      ['assistant', [{ type: 'text', text: { value: 'Good day', annotations: [] } }], null],
    ]);
  },
);

sdkTest(
  'the SDK replaces the metadata of a thread as a whole',
  ['modifyThread', 'getThread'],
  async ({ threads }) => {
    const thread = await threads.create({ metadata: { a: '1', b: '2' } });
    expect((await threads.update(thread.id, { metadata: { b: '3' } })).metadata).toEqual({ b: '3' });
    expect((await threads.update(thread.id, {})).metadata).toEqual({ b: '3' });
    expect((await threads.retrieve(thread.id)).metadata).toEqual({ b: '3' });
  },
);

sdkTest('the SDK deletes a thread and everything below it', ['deleteThread'], async ({ threads, sdk }) => {
  const thread = await newThread(threads, 'Goodbye');
  const run = await threads.runs.createAndPoll(thread.id, { assistant_id: 'asst_demo' }, POLL);
  expect(await threads.delete(thread.id)).toEqual({ id: thread.id, object: 'thread.deleted', deleted: true });
  const gone = [
    threads.retrieve(thread.id),
    threads.messages.list(thread.id),
    threads.runs.retrieve(run.id, { thread_id: thread.id }),
    threads.runs.steps.list(run.id, { thread_id: thread.id }),
  ];
  for (const result of await Promise.allSettled(gone)) {
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(sdk.NotFoundError) });
  }
});

sdkTest(
  'a message stores every kind of content part, attachments and metadata',
  ['createMessage', 'getMessage'],
  async ({ threads }) => {
    const thread = await threads.create();
    const message = await threads.messages.create(thread.id, {
      role: 'user',
      content: [
        { type: 'text', text: 'Look: 🧵\u2028 "quotes" \\ and \u0000' },
        { type: 'image_file', image_file: { file_id: 'file-1', detail: 'low' } },
        { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
      ],
      attachments: [{ file_id: 'file-2', tools: [{ type: 'file_search' }] }],
      metadata: { page: '7' },
    });
    expect(message.content).toEqual([
      { type: 'text', text: { value: 'Look: 🧵\u2028 "quotes" \\ and \u0000', annotations: [] } },
      { type: 'image_file', image_file: { file_id: 'file-1', detail: 'low' } },
      { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'auto' } },
    ]);
    expect(message).toMatchObject({
      status: 'completed',
      attachments: [{ file_id: 'file-2', tools: [{ type: 'file_search' }] }],
      metadata: { page: '7' },
    });
    expect(await threads.messages.retrieve(message.id, { thread_id: thread.id })).toEqual(message);
  },
);

sdkTest(
  'the SDK modifies and deletes a message',
  ['modifyMessage', 'deleteMessage', 'listMessages'],
  async ({ threads, sdk }) => {
    const thread = await threads.create();
    const place = { thread_id: thread.id };
    const kept = await threads.messages.create(thread.id, { role: 'user', content: 'kept' });
    const { id } = await threads.messages.create(thread.id, { role: 'user', content: 'gone' });
    expect((await threads.messages.update(id, { ...place, metadata: { c: '3' } })).metadata).toEqual({
      c: '3',
    });
    expect(await threads.messages.delete(id, place)).toEqual({
      id,
      object: 'thread.message.deleted',
      deleted: true,
    });
    await expect(threads.messages.retrieve(id, place)).rejects.toBeInstanceOf(sdk.NotFoundError);
    expect((await threads.messages.list(thread.id)).data).toEqual([kept]);
  },
);

sdkTest('the SDK pages through messages in both directions', ['listMessages'], async ({ threads }) => {
  const thread = await threads.create();
  const made: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    made.push((await threads.messages.create(thread.id, { role: 'user', content: `number ${index}` })).id);
  }
  const listed = async (order: 'asc' | 'desc') => {
    const ids: string[] = [];
    for await (const { id } of threads.messages.list(thread.id, { limit: 3, order })) ids.push(id);
    return ids;
  };
  expect(await listed('asc')).toEqual(made);
  expect(await listed('desc')).toEqual(made.toReversed());
  const { data } = await threads.messages.list(thread.id, { order: 'asc', before: made[5] ?? '', limit: 2 });
  expect(data.map(({ id }) => id)).toEqual(made.slice(3, 5));
  const rest = await threads.messages.list(thread.id, { order: 'asc', after: made[6] ?? '' });
  expect(rest.data).toEqual([]);
  expect(rest.hasNextPage()).toBe(false);
});

sdkTest(
  'the SDK lists threads, an extension of the contract',
  ['listThreads'],
  async ({ client, threads }) => {
    const first = await threads.create();
    const second = await threads.create();
    const { data } = await client.get<{ data: { id: string }[] }>('/threads', { query: { order: 'asc' } });
    expect(data.map(({ id }) => id)).toEqual([first.id, second.id]);
  },
);

import { describe, expect, it } from 'vitest';
import type { Principal } from '../http/authorize.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { type Caller, createCaller } from '../testing/caller.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import type { ServerLimits } from './server-limits.ts';
import type { ServerOptions } from './server-options.ts';

const RUN = { assistant_id: 'asst_demo' };
const hanging = () => stepEngine(() => new Promise(() => {}));
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

interface People {
  readonly ann: Caller;
  readonly ben: Caller;
  /** Of another tenant. */
  readonly other: Caller;
  /** Without a tenant. */
  readonly alone: Caller;
  readonly faults: readonly unknown[];
}

function peopleOf(limits: ServerLimits, options: Partial<ServerOptions> = {}): People {
  const { server, faults } = testServer({
    engine: hanging(),
    limits,
    authorize: (request) => JSON.parse(request.headers.get('api-key') ?? 'null'),
    ...options,
  });
  const callerOf = (principal: Principal) => createCaller(server, { 'api-key': JSON.stringify(principal) });
  return {
    ann: callerOf({ id: 'ann', tenant: 'acme', role: 'user' }),
    ben: callerOf({ id: 'ben', tenant: 'acme', role: 'admin' }),
    other: callerOf({ id: 'ann', tenant: 'acme 2', role: 'user' }),
    alone: callerOf({ id: 'ann', role: 'user' }),
    faults,
  };
}

function fileForm(bytes = 10): FormData {
  const form = new FormData();
  form.append('file', new File(['x'.repeat(bytes)], 'a.txt'));
  form.append('purpose', 'assistants');
  return form;
}

const refusal = (reason: string) => ({
  status: 429,
  type: 'invalid_request_error',
  code: 'rate_limit_exceeded',
  param: null,
  message: `You've exceeded the rate limit, please slow down and try again later. ${reason}`,
});

describe('limits per principal', () => {
  it('limits per principal and tenant refuse active runs', async () => {
    const { ann, ben, other, alone } = peopleOf({ runsPerPrincipal: 1, runsPerTenant: 2 });
    const run = await ann.ask('run', 'POST', '/threads/runs', RUN);
    expect(await ann.refusal('POST', '/threads/runs', RUN)).toEqual(
      refusal(
        "The limit 'runsPerPrincipal' allows at most 1 active runs per user. Wait until a run ends, or cancel one.",
      ),
    );
    await ben.ask('run', 'POST', '/threads/runs', RUN);
    await ann.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    await ann.runIn(run, 'cancelled');
    await ann.ask('run', 'POST', '/threads/runs', RUN);
    await other.ask('run', 'POST', '/threads/runs', RUN);
    await alone.ask('run', 'POST', '/threads/runs', RUN);
  });

  it('limits per principal and tenant refuse open streams, before a run is created', async () => {
    const { ann, ben, other } = peopleOf({ streamsPerPrincipal: 1, streamsPerTenant: 1 });
    const open = await ann.send('POST', '/threads/runs', { ...RUN, stream: true });
    expect(await ann.refusal('POST', '/threads/runs', { ...RUN, stream: true })).toEqual(
      refusal(
        "The limit 'streamsPerPrincipal' allows at most 1 open event streams per user. Close a stream first.",
      ),
    );
    expect(await ben.refusal('POST', '/threads/runs', { ...RUN, stream: true })).toEqual(
      refusal(
        "The limit 'streamsPerTenant' allows at most 1 open event streams per tenant. Close a stream first.",
      ),
    );
    expect((await ben.ask('threads', 'GET', '/threads')).data).toEqual([]);
    const elsewhere = await other.send('POST', '/threads/runs', { ...RUN, stream: true });
    expect(elsewhere.status).toBe(200);
    await Promise.all([elsewhere.body?.cancel(), open.body?.cancel()]);
    const next = await ben.send('POST', '/threads/runs', { ...RUN, stream: true });
    expect(next.status).toBe(200);
    await next.body?.cancel();
  });

  it('limits per principal refuse a thread until one is deleted, and are not an error of the server', async () => {
    const { ann, other, faults } = peopleOf({ threadsPerPrincipal: 2 });
    const thread = await ann.newThread('one');
    await ann.ask('run', 'POST', '/threads/runs', RUN);
    const expected = refusal(
      "The limit 'threadsPerPrincipal' allows at most 2 threads per user. Delete a thread first.",
    );
    expect(await ann.refusal('POST', '/threads', {})).toEqual(expected);
    expect(await ann.refusal('POST', '/threads/runs', RUN)).toEqual(expected);
    expect(await ann.refusal('POST', '/threads/runs', { ...RUN, stream: true })).toEqual(expected);
    expect((await ann.ask('threads', 'GET', '/threads')).data).toHaveLength(2);
    await other.newThread('one');
    await ann.ask('deleted', 'DELETE', `/threads/${thread.id}`);
    await ann.newThread('two');
    expect(faults).toEqual([]);
  });

  it('limits of what is stored do not let clients repeat a request on their own', async () => {
    const { ann } = peopleOf({ threadsPerPrincipal: 0, runsPerPrincipal: 0 });
    const stored = await ann.send('POST', '/threads', {});
    expect(stored.headers.get('retry-after')).toBe('61');
    expect(stored.headers.get('x-should-retry')).toBe('false');
    const active = await ann.send('POST', '/threads/runs', RUN);
    expect(active.headers.get('retry-after')).toBe('5');
    expect(active.headers.get('x-should-retry')).toBeNull();
  });

  it('limits per principal refuse files by number and bytes until one is deleted', async () => {
    const { ann, ben } = peopleOf({ filesPerPrincipal: 2, storedFileBytesPerPrincipal: 25 });
    const file = await ann.ask('file', 'POST', '/files', fileForm());
    expect(await ann.refusal('POST', '/files', fileForm(16))).toEqual(
      refusal(
        "The limit 'storedFileBytesPerPrincipal' allows at most 25 bytes of stored files per user. Delete files first, or send a smaller one.",
      ),
    );
    await ann.ask('file', 'POST', '/files', fileForm());
    expect(await ann.refusal('POST', '/files', fileForm(1))).toEqual(
      refusal("The limit 'filesPerPrincipal' allows at most 2 stored files per user. Delete a file first."),
    );
    await ben.ask('file', 'POST', '/files', fileForm());
    await ann.ask('deleted', 'DELETE', `/files/${file.id}`);
    await ann.ask('file', 'POST', '/files', fileForm(15));
  });

  it('limits per principal refuse vector stores, those of threads included, and files for full ones', async () => {
    const { ann } = peopleOf({ vectorStoresPerPrincipal: 1, vectorStoreBytesPerPrincipal: 0 });
    const { id } = await ann.ask('vectorStore', 'POST', '/vector_stores');
    const expected = refusal(
      "The limit 'vectorStoresPerPrincipal' allows at most 1 vector stores per user. Delete a vector store first.",
    );
    expect(await ann.refusal('POST', '/vector_stores', {})).toEqual(expected);
    const tool_resources = { file_search: { vector_stores: [{}] } };
    expect(await ann.refusal('POST', '/threads', { tool_resources })).toEqual(expected);
    const file = await ann.ask('file', 'POST', '/files', fileForm());
    for (const [path, body] of [
      ['files', { file_id: file.id }],
      ['file_batches', { file_ids: [file.id] }],
    ] as const) {
      expect(await ann.refusal('POST', `/vector_stores/${id}/${path}`, body)).toEqual(
        refusal(
          "The limit 'vectorStoreBytesPerPrincipal' allows at most 0 bytes in vector stores per user. Remove files from vector stores first.",
        ),
      );
    }
  });
});

describe('limits per tenant', () => {
  it('limits per tenant count all principals of the tenant', async () => {
    const { ann, ben, other } = peopleOf({
      threadsPerTenant: 1,
      filesPerTenant: 2,
      storedFileBytesPerTenant: 20,
    });
    await ann.newThread('one');
    expect((await ben.refusal('POST', '/threads', {})).message).toContain(
      "'threadsPerTenant' allows at most 1 threads per tenant.",
    );
    await ann.ask('file', 'POST', '/files', fileForm());
    expect((await ben.refusal('POST', '/files', fileForm(11))).message).toContain(
      "'storedFileBytesPerTenant' allows at most 20 bytes of stored files per tenant.",
    );
    await ben.ask('file', 'POST', '/files', fileForm());
    expect((await ben.refusal('POST', '/files', fileForm(0))).message).toContain("'filesPerTenant'");
    await other.newThread('one');
    await other.ask('file', 'POST', '/files', fileForm(20));
  });

  it('limits per tenant take principals without a tenant for one tenant', async () => {
    const { ann, alone } = peopleOf({ threadsPerTenant: 1 });
    await alone.newThread('one');
    expect(await alone.refusal('POST', '/threads', {})).toMatchObject({ status: 429 });
    await ann.newThread('one');
  });
});

describe('limits per thread', () => {
  it('limits per thread refuse messages and runs of a full thread', async () => {
    const { ann } = peopleOf({ itemsPerThread: 3 });
    const thread = await ann.newThread('one');
    const path = `/threads/${thread.id}`;
    const ask = (text: string) => ({ role: 'user', content: text });
    await ann.ask('message', 'POST', `${path}/messages`, ask('two'));
    const expected = refusal(
      "The limit 'itemsPerThread' allows at most 3 messages and runs per thread. Start a new thread, or delete messages.",
    );
    expect(
      await ann.refusal('POST', `${path}/runs`, { ...RUN, additional_messages: [ask('three')] }),
    ).toEqual(expected);
    const third = await ann.ask('message', 'POST', `${path}/messages`, ask('three'));
    expect(await ann.refusal('POST', `${path}/messages`, ask('four'))).toEqual(expected);
    expect(await ann.refusal('POST', `${path}/runs`, RUN)).toEqual(expected);
    await ann.ask('deleted', 'DELETE', `${path}/messages/${third.id}`);
    await ann.ask('run', 'POST', `${path}/runs`, RUN);
  });
});

describe.each([
  ['in memory', memoryStorage],
  ['in SQLite', () => sqliteStorage(':memory:')],
])('limits %s', (_where, createStorage) => {
  it.each<[string, ServerLimits, string, () => unknown]>([
    ['threads', { threadsPerTenant: 5 }, '/threads', () => ({})],
    ['runs', { runsPerTenant: 5 }, '/threads/runs', () => RUN],
    ['files', { filesPerTenant: 5 }, '/files', () => fileForm()],
    ['bytes', { storedFileBytesPerTenant: 59 }, '/files', () => fileForm()],
    ['vector stores', { vectorStoresPerTenant: 5 }, '/vector_stores', () => ({})],
  ])('limits of %s allow exactly as many concurrent requests', async (_what, limits, path, body) => {
    const { ann, ben } = peopleOf(limits, { storage: createStorage() });
    const requests = [ann, ben].flatMap((caller) => times(8).map(() => caller.send('POST', path, body())));
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(11);
  });

  it('limits bound what one user can store', async () => {
    const { ann } = peopleOf(
      { threadsPerPrincipal: 2, itemsPerThread: 3, filesPerPrincipal: 2, storedFileBytesPerPrincipal: 100 },
      { storage: createStorage() },
    );
    const requests = times(5).flatMap(() => [
      ann.send('POST', '/threads', { messages: [{ role: 'user', content: 'x' }] }),
      ann.send('POST', '/files', fileForm(40)),
    ]);
    await Promise.all(requests);
    const threads = (await ann.ask('threads', 'GET', '/threads')).data;
    for (const { id } of threads) {
      for (const _ of times(5)) {
        await ann.send('POST', `/threads/${id}/messages`, { role: 'user', content: 'x' });
        await ann.send('POST', `/threads/${id}/runs`, RUN);
      }
    }
    expect(threads).toHaveLength(2);
    for (const { id } of threads) {
      const messages = await ann.ask('messages', 'GET', `/threads/${id}/messages`);
      const runs = await ann.ask('runs', 'GET', `/threads/${id}/runs`);
      expect(messages.data.length + runs.data.length).toBe(3);
    }
    expect((await ann.refusal('POST', '/files', fileForm(1))).status).toBe(429);
  });
});

describe('limits', () => {
  it.each([Number.NaN, -1, 1.5])('limits of %d are refused when the server is created', (count) => {
    expect(() => peopleOf({ threadsPerTenant: count })).toThrow(
      `limits.threadsPerTenant is ${count}. Set it to a whole number from 0, or leave it out for no limit.`,
    );
  });

  it('limits that are infinite refuse nothing', async () => {
    const { ann } = peopleOf({ threadsPerTenant: Number.POSITIVE_INFINITY });
    await ann.newThread('one');
  });
});

import { ADDITIONS, OPERATIONS, type Operation } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import type { Principal } from './http/authorize.ts';
import { Caller } from './testing/caller.ts';
import { testServer, WEATHER } from './testing/test-server.ts';

const PEOPLE: Record<string, Principal> = {
  alice: { id: 'alice', tenant: 'acme', role: 'admin' },
  bob: { id: 'bob', tenant: 'acme', role: 'admin' },
  elsewhere: { id: 'alice', tenant: 'other', role: 'admin' },
  carol: { id: 'carol', tenant: 'acme', role: 'user' },
  operator: { id: 'root', role: 'admin' },
};

function guardedServer() {
  const { server, caller, faults } = testServer({
    authorize: (request) =>
      PEOPLE[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? null,
  });
  const as = (name: keyof typeof PEOPLE) => new Caller(server, { authorization: `Bearer ${name}` });
  return { server, caller, faults, as };
}

describe('who is asking', () => {
  it('answers 401 with all four keys, with and without a key', async () => {
    const { caller } = guardedServer();
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { 'api-key': 'wrong' }]) {
      expect(await caller.refusal('GET', '/threads', undefined, headers)).toEqual({
        status: 401,
        message: expect.any(String),
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      });
    }
  });

  it('checks who is asking before anything else', async () => {
    const { caller } = guardedServer();
    expect((await caller.refusal('GET', '/no/such/path')).status).toBe(401);
    expect((await caller.refusal('POST', '/threads', '{')).status).toBe(401);
  });

  it('keeps the seeded assistants to their operator, and lets everyone use them', async () => {
    const { as } = guardedServer();
    expect((await as('alice').ask('assistant', 'GET', '/assistants/asst_demo')).id).toBe('asst_demo');
    expect(await as('alice').refusal('POST', '/assistants/asst_demo', { name: 'mine' })).toMatchObject({
      status: 403,
    });
    expect(await as('alice').refusal('DELETE', '/assistants/asst_demo')).toMatchObject({ status: 403 });
    await as('operator').ask('assistant', 'POST', '/assistants/asst_demo', { name: 'ours' });
    expect((await as('bob').ask('assistant', 'GET', '/assistants/asst_demo')).name).toBe('ours');
  });

  it('lets an end user run an assistant and add functions to it, and nothing more', async () => {
    const { as } = guardedServer();
    const carol = as('carol');
    expect(await carol.refusal('POST', '/assistants', { model: 'm' })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await carol.refusal('POST', '/assistants/asst_demo', { model: 'm' })).toMatchObject({
      status: 403,
    });
    expect(await carol.refusal('DELETE', '/assistants/asst_demo')).toMatchObject({ status: 403 });
    const thread = await carol.newThread('hello');
    const path = `/threads/${thread.id}/runs`;
    for (const override of [
      { model: 'expensive' },
      { instructions: 'Obey me.' },
      { additional_instructions: 'Obey me.' },
      { temperature: 2 },
      { response_format: { type: 'json_object' } },
      { tools: [{ type: 'code_interpreter' }] },
    ]) {
      expect(await carol.refusal('POST', path, { assistant_id: 'asst_demo', ...override })).toMatchObject({
        status: 403,
      });
    }
    const run = await carol.ask('run', 'POST', path, {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
      model: null,
    });
    expect(run.tools).toMatchObject([WEATHER]);
    await carol.runIn(run, 'completed');
  });
});

describe('isolation', () => {
  /** One body for each operation that needs one. */
  const BODIES: Record<string, unknown> = {
    createAssistant: { model: 'm' },
    modifyAssistant: { name: 'x' },
    createThread: {},
    createThreadAndRun: { assistant_id: 'ASSISTANT' },
    modifyThread: { metadata: {} },
    createMessage: { role: 'user', content: 'x' },
    modifyMessage: { metadata: {} },
    createRun: { assistant_id: 'asst_demo' },
    modifyRun: { metadata: {} },
    submitToolOutputsToRun: { tool_outputs: [] },
  };

  const rows: readonly Operation[] = [...OPERATIONS, ...ADDITIONS];
  const withIds = rows.filter(({ ids }) => ids.length > 0);

  it.each(withIds.map((row) => [row.name, row] as const))(
    '%s answers a foreign id exactly like an unknown one',
    async (_name, row) => {
      const { as } = guardedServer();
      const alice = as('alice');
      const assistant = await alice.ask('assistant', 'POST', '/assistants', {
        model: 'm',
        instructions: 'Hi.',
      });
      const thread = await alice.newThread('hello');
      const events = await alice.stream('POST', `/threads/${thread.id}/runs`, {
        assistant_id: assistant.id,
        stream: true,
      });
      const last = events.at(-1)?.data;
      const runId = last && 'id' in last ? last.id : '';
      const { data: messages } = await alice.ask('messages', 'GET', `/threads/${thread.id}/messages`);
      const { data: steps } = await alice.ask('steps', 'GET', `/threads/${thread.id}/runs/${runId}/steps`);
      const foreign: Record<string, string> = {
        assistant_id: assistant.id,
        thread_id: thread.id,
        run_id: runId,
        message_id: messages[0]?.id ?? '',
        step_id: steps[0]?.id ?? '',
      };
      const unknown: Record<string, string> = {
        assistant_id: `asst_${'0'.repeat(24)}`,
        thread_id: `thread_${'0'.repeat(24)}`,
        run_id: `run_${'0'.repeat(24)}`,
        message_id: `msg_${'0'.repeat(24)}`,
        step_id: `step_${'0'.repeat(24)}`,
      };
      const place = (ids: Record<string, string>) =>
        row.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
      const plain = (text: string) =>
        Object.entries({ ...foreign }).reduce(
          (all, [name, id]) => all.replaceAll(id, unknown[name] ?? ''),
          text,
        );
      for (const intruder of ['bob', 'elsewhere'] as const) {
        const asked = await as(intruder).send(row.method, place(foreign), BODIES[row.name]);
        const never = await as(intruder).send(row.method, place(unknown), BODIES[row.name]);
        expect(asked.status).toBe(404);
        expect(never.status).toBe(404);
        expect(plain(await asked.text())).toBe(await never.text());
      }
      // A foreign child below an own parent is as unknown.
      if (row.ids.length > 1) {
        const own = await as('bob').newThread('mine');
        const asked = await as('bob').send(
          row.method,
          place({ ...foreign, thread_id: own.id }),
          BODIES[row.name],
        );
        expect(asked.status).toBe(404);
      }
      expect(await alice.ask('thread', 'GET', `/threads/${thread.id}`)).toEqual(thread);
      expect((await alice.ask('messages', 'GET', `/threads/${thread.id}/messages`)).data).toEqual(messages);
    },
  );

  it('lists only what is one’s own, and takes no foreign cursor', async () => {
    const { as } = guardedServer();
    const thread = await as('alice').newThread('hello');
    await as('alice').ask('assistant', 'POST', '/assistants', { model: 'm' });
    for (const other of ['bob', 'elsewhere'] as const) {
      expect((await as(other).ask('threads', 'GET', '/threads')).data).toEqual([]);
      expect((await as(other).ask('assistants', 'GET', '/assistants')).data.map(({ id }) => id)).toEqual([
        'asst_demo',
      ]);
      expect(await as(other).refusal('GET', `/threads?after=${thread.id}`)).toMatchObject({
        code: 'invalid_cursor',
      });
    }
    expect((await as('alice').ask('threads', 'GET', '/threads')).data).toEqual([thread]);
  });

  it('runs no foreign assistant', async () => {
    const { as } = guardedServer();
    const assistant = await as('alice').ask('assistant', 'POST', '/assistants', { model: 'm' });
    const thread = await as('bob').newThread('hello');
    expect(
      await as('bob').refusal('POST', `/threads/${thread.id}/runs`, { assistant_id: assistant.id }),
    ).toMatchObject({ status: 404 });
    expect(await as('bob').refusal('POST', '/threads/runs', { assistant_id: assistant.id })).toMatchObject({
      status: 404,
    });
  });
});

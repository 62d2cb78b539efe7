import { describe, expect, it } from 'vitest';
import type { Principal } from '../http/authorize.ts';
import { createCaller } from '../testing/caller.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

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
  const as = (name: keyof typeof PEOPLE) => createCaller(server, { authorization: `Bearer ${name}` });
  return { server, caller, faults, as };
}

describe('authorization', () => {
  it('a request without a valid key gets a 401 with the full error shape', async () => {
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

  it('authentication precedes any other check', async () => {
    const { caller } = guardedServer();
    expect((await caller.refusal('GET', '/no/such/path')).status).toBe(401);
    expect((await caller.refusal('POST', '/threads', '{')).status).toBe(401);
  });

  it('only the operator changes seeded assistants, and everyone uses them', async () => {
    const { as } = guardedServer();
    expect((await as('alice').ask('assistant', 'GET', '/assistants/asst_demo')).id).toBe('asst_demo');
    expect(await as('alice').refusal('POST', '/assistants/asst_demo', { name: 'mine' })).toMatchObject({
      status: 403,
    });
    expect(await as('alice').refusal('DELETE', '/assistants/asst_demo')).toMatchObject({ status: 403 });
    await as('operator').ask('assistant', 'POST', '/assistants/asst_demo', { name: 'ours' });
    expect((await as('bob').ask('assistant', 'GET', '/assistants/asst_demo')).name).toBe('ours');
  });

  it('a seeded assistant cannot be made to read a file or a vector store of another owner', async () => {
    const { as } = guardedServer();
    const [operator, alice] = [as('operator'), as('alice')];
    const upload = async (caller: ReturnType<typeof as>) => {
      const form = new FormData();
      form.append('purpose', 'assistants');
      form.append('file', new File(['text'], 'a.txt'));
      return (await caller.ask('file', 'POST', '/files', form)).id;
    };
    const change = (resources: object) => ({ tool_resources: resources });
    const ofFile = (id: string) => change({ code_interpreter: { file_ids: [id] } });
    const ofStore = (id: string) => change({ file_search: { vector_store_ids: [id] } });
    const path = '/assistants/asst_demo';
    const foreignStore = (await alice.ask('vectorStore', 'POST', '/vector_stores', {})).id;
    expect(await operator.refusal('POST', path, ofFile(await upload(alice)))).toMatchObject({ status: 404 });
    expect(await operator.refusal('POST', path, ofStore(foreignStore))).toMatchObject({ status: 404 });
    const [file, store] = [
      await upload(operator),
      (await operator.ask('vectorStore', 'POST', '/vector_stores', {})).id,
    ];
    await operator.ask('assistant', 'POST', path, ofFile(file));
    await operator.ask('assistant', 'POST', path, ofStore(store));
    expect((await alice.ask('assistant', 'GET', path)).tool_resources?.file_search).toEqual({
      vector_store_ids: [store],
    });
  });

  it('an end user may run an assistant and add functions, and override nothing else', async () => {
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

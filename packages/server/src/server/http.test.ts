import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

describe('a response', () => {
  it('a response has a request id, the date and the capabilities', async () => {
    const { caller } = testServer({ now: () => Date.UTC(2026, 10, 24, 9) });
    const { headers } = await caller.send('GET', '/assistants');
    expect(headers.get('x-request-id')).toMatch(/^req_\w{24}$/);
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 09:00:00 GMT');
    expect(headers.get('threadkit-capabilities')).toBe(
      'listThreads,runEvents,idempotency,files,vectorStores,reasoning',
    );
  });

  it('a response is the same under /v1, /openai, /openai/v1 and the root', async () => {
    const { server } = testServer();
    for (const path of [
      '/v1/threads',
      '/openai/threads?api-version=2024-05-01',
      '/openai/v1/threads',
      '/threads',
      '/threads/',
    ]) {
      const response = await server.fetch(new Request(`http://server.test${path}`));
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  it('a response has openai-poll-after-ms while the run is active', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('weather');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
    const response = await caller.send('POST', `/threads/${thread.id}/runs`, body);
    expect(Number(response.headers.get('openai-poll-after-ms'))).toBeGreaterThan(0);
  });
});

describe('an invalid request', () => {
  it.each([
    ['POST', '/threads', '{"messages":', 400, 'invalid_json', null],
    ['POST', '/threads', '[]', 400, 'invalid_type', null],
    ['POST', '/threads', '"text"', 400, 'invalid_type', null],
    ['POST', '/assistants', '', 400, 'invalid_json', null],
    ['POST', '/assistants', '{}', 400, 'missing_required_parameter', 'model'],
    ['POST', '/assistants', '{"model":"m","color":"red"}', 400, 'unknown_parameter', 'color'],
    ['POST', '/assistants', '{"model":"m","temperature":3}', 400, 'decimal_above_max_value', 'temperature'],
    [
      'POST',
      '/assistants',
      '{"model":"m","tools":[{"type":"browser"}]}',
      400,
      'invalid_value',
      'tools[0].type',
    ],
    ['POST', '/assistants', '{"model":"m","metadata":{"a":true}}', 400, 'invalid_type', 'metadata.a'],
    [
      'POST',
      '/threads',
      '{"messages":[{"role":"system","content":"x"}]}',
      400,
      'invalid_value',
      'messages[0].role',
    ],
    [
      'POST',
      '/threads',
      '{"messages":[{"role":"user","content":[]}]}',
      400,
      'array_below_min_length',
      'messages[0].content',
    ],
    [
      'POST',
      '/threads',
      '{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"javascript:alert(1)"}}]}]}',
      400,
      'invalid_value',
      'messages[0].content[0].image_url.url',
    ],
    ['GET', '/threads?limit=0', undefined, 400, 'integer_below_min_value', 'limit'],
    ['GET', '/threads?limit=101', undefined, 400, 'integer_above_max_value', 'limit'],
    ['GET', '/threads?limit=ten', undefined, 400, 'invalid_type', 'limit'],
    ['GET', '/threads?order=up', undefined, 400, 'invalid_value', 'order'],
    ['GET', '/threads?color=red', undefined, 400, 'unknown_parameter', 'color'],
    ['GET', '/threads?after=thread_gone', undefined, 400, 'invalid_cursor', 'after'],
    ['GET', '/threads/undefined/messages', undefined, 400, 'invalid_value', 'thread_id'],
    ['GET', '/threads/thread_gone/messages', undefined, 404, null, null],
    ['GET', '/nothing/here', undefined, 404, 'unknown_url', null],
    ['PUT', '/threads', '{}', 405, 'method_not_allowed', null],
  ])('%s %s %s responds with %i %s', async (method, path, body, status, code, param) => {
    const { caller } = testServer();
    const response = await caller.send(method, path, body);
    expect(response.status).toBe(status);
    const json = (await response.json()) as { error: Record<string, unknown> };
    expect(Object.keys(json)).toEqual(['error']);
    expect(Object.keys(json.error).toSorted()).toEqual(['code', 'message', 'param', 'type']);
    expect(json.error).toMatchObject({ type: 'invalid_request_error', code, param });
    expect(JSON.stringify(json)).not.toMatch(/\.ts|at \w+ \(/);
  });

  it.each([
    [
      { metadata: { k: true } },
      "Invalid type for 'metadata.k': expected a string, but got a boolean instead.",
    ],
    [
      { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, ''])) },
      "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
    ],
    [
      { metadata: { k: 'x'.repeat(513) } },
      "Invalid 'metadata.k': string too long. Expected a string with maximum length 512, but got a string with length 513 instead.",
    ],
    [{ x: 1 }, "Unknown parameter: 'x'."],
    [
      { messages: [{ role: 'user', content: 'a', attachments: Array.from({ length: 12 }, () => ({})) }] },
      "Invalid 'messages[0].attachments': array too long. Expected an array with maximum length 10, but got an array with length 12 instead.",
    ],
  ])("a request is refused with the service's message: %j", async (body, message) => {
    const { caller } = testServer();
    expect((await caller.refusal('POST', '/threads', body)).message).toBe(message);
  });

  it('a request is refused when its body is too large or not declared as JSON', async () => {
    const { caller } = testServer({ limits: { bodyBytes: 100 } });
    const big = { metadata: { k: 'x'.repeat(200) } };
    expect(await caller.refusal('POST', '/threads', big)).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    expect(await caller.refusal('POST', '/threads', '{}', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      code: 'unsupported_content_type',
    });
  });

  it('the v1 beta header is refused; the v2 header and no header are accepted', async () => {
    const { caller } = testServer();
    expect((await caller.send('GET', '/threads', undefined, { 'openai-beta': 'assistants=v2' })).status).toBe(
      200,
    );
    expect(
      await caller.refusal('GET', '/threads', undefined, { 'openai-beta': 'assistants=v1' }),
    ).toMatchObject({
      status: 400,
      code: 'invalid_beta',
      message:
        "The v1 Assistants API has been deprecated. Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
    });
  });

  it('a run without a user message, or with an unknown assistant or thread, is refused', async () => {
    const { caller } = testServer({
      assistants: [{ id: 'asst_bare', model: 'known' }],
    });
    const thread = await caller.ask('thread', 'POST', '/threads');
    const path = `/threads/${thread.id}/runs`;
    expect(await caller.refusal('POST', path, { assistant_id: 'asst_bare' })).toMatchObject({
      message: 'Run creation requires a Thread with a user message or an assistant with instructions.',
      code: 'invalid_thread',
    });
    expect(await caller.refusal('POST', path, { assistant_id: 'asst_gone' })).toMatchObject({
      status: 404,
      message: "No assistant found with id 'asst_gone'.",
    });
    expect(
      await caller.refusal('POST', '/threads/thread_gone/runs', { assistant_id: 'asst_bare' }),
    ).toMatchObject({
      status: 404,
      message: "No thread found with id 'thread_gone'.",
    });
  });

  it('a run with a model that no engine serves is refused', async () => {
    const { caller } = testServer({ engine: () => undefined });
    const thread = await caller.newThread('hello');
    expect(
      await caller.refusal('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' }),
    ).toMatchObject({
      status: 400,
      code: 'model_not_found',
    });
  });

  it('a refusal has its reason in the response; an internal error has it in the log only', async () => {
    const storage = memoryStorage();
    const { caller, faults } = testServer({
      storage: { ...storage, createThread: () => Promise.reject(new Error('disk /dev/secret is full')) },
    });
    expect(await caller.refusal('POST', '/threads', {})).toEqual({
      status: 500,
      message: 'The server had an error while processing your request. Sorry about that!',
      type: 'server_error',
      param: null,
      code: null,
    });
    expect(faults).toHaveLength(1);
  });
});

describe('cross-origin pages', () => {
  const from = (origin: string, extra: Record<string, string> = {}) => ({
    origin,
    'sec-fetch-site': 'cross-site',
    ...extra,
  });

  it('a cross-origin page cannot read or write unless its origin is listed', async () => {
    const { caller } = testServer();
    const read = await caller.send('GET', '/threads', undefined, from('https://evil.example'));
    expect(read.headers.has('access-control-allow-origin')).toBe(false);
    expect(await caller.refusal('POST', '/threads', {}, from('https://evil.example'))).toMatchObject({
      status: 403,
      code: 'origin_not_allowed',
    });
  });

  it.each<[string, Record<string, string>]>([
    [
      'on another port of the same host',
      { origin: 'http://server.test:8080', 'sec-fetch-site': 'same-site' },
    ],
    ['on a sibling subdomain', { origin: 'https://other.server.test', 'sec-fetch-site': 'same-site' }],
    ['in a browser that sends no Sec-Fetch-Site', { origin: 'http://server.test:8080' }],
    ['with an opaque origin', { origin: 'null' }],
    ['in a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['of another site that sends no origin', { 'sec-fetch-site': 'cross-site' }],
    ["with an origin that starts with the server's", { origin: 'http://server.test@evil.example' }],
    ['with an invalid origin', { origin: 'server.test' }],
    ['with two origins', { origin: 'http://server.test http://evil.example' }],
  ])('a page %s cannot write', async (_page, headers) => {
    const { caller } = testServer();
    expect(await caller.refusal('POST', '/threads', {}, headers)).toMatchObject({ status: 403 });
    expect(await caller.ask('threads', 'GET', '/threads')).toMatchObject({ data: [] });
  });

  it.each<[string, Record<string, string>]>([
    ['the page of the server itself', { origin: 'http://server.test', 'sec-fetch-site': 'same-origin' }],
    ['the same page in a browser without Sec-Fetch-Site', { origin: 'http://server.test' }],
    ['the same page behind a proxy that terminates TLS', { origin: 'https://server.test' }],
    ['a program', {}],
  ])('%s can write', async (_caller, headers) => {
    const { caller } = testServer();
    expect((await caller.send('POST', '/threads', {}, headers)).status).toBe(200);
  });

  it('a page of a listed origin can send requests and read the headers that clients need', async () => {
    const { caller, server } = testServer({ cors: { origins: ['https://app.example'] } });
    const response = await caller.send('POST', '/threads', {}, from('https://app.example'));
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(response.headers.get('access-control-expose-headers')).toContain('threadkit-capabilities');
    const preflight = await server.fetch(
      new Request('http://server.test/v1/threads', {
        method: 'OPTIONS',
        headers: from('https://app.example', {
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,openai-beta,x-stainless-lang',
        }),
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-stainless-lang');
    const other = await caller.send('GET', '/threads', undefined, from('https://evil.example'));
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('objects', () => {
  it('threads are listed newest first', async () => {
    const { caller } = testServer();
    const read = async (text: string) =>
      caller.ask('thread', 'GET', `/threads/${(await caller.newThread(text)).id}`);
    const first = await read('one');
    const second = await read('two');
    expect(await caller.ask('threads', 'GET', '/threads')).toEqual({
      object: 'list',
      data: [second, first],
      first_id: second.id,
      last_id: first.id,
      has_more: false,
    });
  });

  it('a thread is created without a body, or with messages in their order', async () => {
    const { caller } = testServer();
    await caller.ask('thread', 'POST', '/threads');
    const thread = await caller.ask('thread', 'POST', '/threads', {
      messages: [
        { role: 'user', content: 'one' },
        { role: 'assistant', content: [{ type: 'text', text: 'two' }] },
      ],
    });
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?order=asc`);
    expect(data.map(({ role, content, run_id: runId }) => [role, content, runId])).toEqual([
      ['user', [{ type: 'text', text: { value: 'one', annotations: [] } }], null],
      ['assistant', [{ type: 'text', text: { value: 'two', annotations: [] } }], null],
    ]);
  });

  it('a message is returned with every field', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hi');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    expect(Object.keys(data[0] ?? {}).toSorted()).toEqual(
      'assistant_id attachments completed_at content created_at id incomplete_at incomplete_details metadata object role run_id status thread_id'.split(
        ' ',
      ),
    );
  });

  it('tools get the same defaults as on the hosted service', async () => {
    const { caller } = testServer();
    const { tools, tool_resources: resources } = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      tools: [
        { type: 'file_search' },
        { type: 'function', function: { name: 'f' } },
        { type: 'code_interpreter' },
      ],
    });
    expect(tools).toEqual([
      {
        type: 'file_search',
        file_search: { ranking_options: { ranker: 'default_2024_08_21', score_threshold: 0 } },
      },
      {
        type: 'function',
        function: { name: 'f', parameters: { type: 'object', properties: {} }, strict: false },
      },
      { type: 'code_interpreter' },
    ]);
    expect(resources).toEqual({ code_interpreter: { file_ids: [] } });
  });

  it('only the fields of a modify request are replaced', async () => {
    const { caller } = testServer();
    const made = await caller.ask('assistant', 'POST', '/assistants', {
      model: 'm',
      name: 'a',
      metadata: { x: '1' },
    });
    const modified = await caller.ask('assistant', 'POST', `/assistants/${made.id}`, {
      metadata: { y: '2' },
      model: 'n',
    });
    expect(modified).toEqual({ ...made, metadata: { y: '2' }, model: 'n' });
    const thread = await caller.ask('thread', 'POST', '/threads', { metadata: { x: '1' } });
    expect(await caller.ask('thread', 'POST', `/threads/${thread.id}`, { metadata: { y: '2' } })).toEqual({
      ...thread,
      metadata: { y: '2' },
    });
  });

  it('requests for a deleted object and for the objects below it get 404', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hi');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    const message = `/threads/${thread.id}/messages/${data[0]?.id}`;
    expect(await caller.ask('deleted', 'DELETE', message)).toEqual({
      id: data[0]?.id,
      object: 'thread.message.deleted',
      deleted: true,
    });
    expect(await caller.refusal('GET', message)).toMatchObject({ status: 404 });
    expect(await caller.ask('deleted', 'DELETE', `/threads/${thread.id}`)).toMatchObject({
      object: 'thread.deleted',
    });
    expect(await caller.refusal('GET', `/threads/${thread.id}/messages`)).toMatchObject({ status: 404 });
    expect(await caller.refusal('DELETE', `/threads/${thread.id}`)).toMatchObject({ status: 404 });
  });
});

describe('an authorize function', () => {
  it.each<[string, unknown]>([
    ['true', true],
    ['a string', 'alice'],
    ['no id', { role: 'user' }],
    ['false', false],
    ['a promise of true', Promise.resolve(true)],
    ['an empty id', { id: '', role: 'user' }],
    ['a blank id', { id: ' \t', role: 'user' }],
    ['an id that is a number', { id: 7, role: 'user' }],
    ['an id with a toString method', { id: { toString: () => 'alice' }, role: 'user' }],
    ['an id that is null', { id: null, role: 'user' }],
    ['no role', { id: 'alice' }],
    ['an unknown role', { id: 'alice', role: 'root' }],
    ['a role inherited from Object', { id: 'alice', role: 'constructor' }],
    ['a tenant that is a number', { id: 'alice', role: 'user', tenant: 7 }],
  ])(
    'an authorize function that returns %s leads to 500 and a report of what to return',
    async (_name, principal) => {
      const { caller, faults } = testServer({ authorize: () => principal as never });
      expect((await caller.send('GET', '/threads')).status).toBe(500);
      expect(String(faults[0])).toMatch(
        /authorize\(\) must return (a non-empty string as id|'admin' or 'user' as role|a string as tenant, or none)\. Return \{ id, role \}/,
      );
    },
  );

  const secret = (): never => {
    throw new Error('secret');
  };
  it.each<[string, () => unknown]>([
    ['throws', secret],
    ['rejects', () => Promise.reject(new Error('secret'))],
    [
      'returns a principal whose id throws',
      () => Object.defineProperty({ role: 'user' }, 'id', { get: secret, enumerable: true }),
    ],
  ])('an authorize function that %s leads to 500 without the reason', async (_name, authorize) => {
    const { caller, faults } = testServer({ authorize: authorize as never });
    const response = await caller.send('POST', '/threads', {});
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(String(faults[0])).toContain('secret');
  });

  it('the members of a principal are read only once, so that the checked value is used', async () => {
    let reads = 0;
    const principal = Object.defineProperty({ role: 'user' }, 'id', {
      get: () => {
        reads += 1;
        return reads === 1 ? 'alice' : 'bob';
      },
    });
    const { caller } = testServer({ authorize: () => principal as never });
    expect((await caller.send('GET', '/threads')).status).toBe(200);
    expect(reads).toBe(1);
  });

  it.each([null, undefined])('an authorize function that returns %s leads to 401', async (principal) => {
    const { caller } = testServer({ authorize: () => principal as never });
    expect((await caller.send('GET', '/threads')).status).toBe(401);
  });
});

import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';

const RUN = { assistant_id: 'asst_demo' };
const many = (length: number, item: object) => Array.from({ length }, () => item);
const hanging = () => stepEngine(() => new Promise(() => {}));
const LIMITED = {
  status: 429,
  type: 'invalid_request_error',
  code: 'rate_limit_exceeded',
  param: null,
  message: expect.stringMatching(/^You've exceeded the rate limit, please slow down and try again later\./),
};

describe('limits.runsPerPrincipal', () => {
  it('runsPerPrincipal limits active runs per principal, and frees a slot when one ends', async () => {
    const { server } = testServer({
      engine: hanging(),
      limits: { runsPerPrincipal: 1 },
      authorize: (request) => ({ id: request.headers.get('api-key') ?? '', role: 'user' }),
    });
    const alice = createCaller(server, { 'api-key': 'alice' });
    const run = await alice.ask('run', 'POST', '/threads/runs', RUN);
    expect(await alice.refusal('POST', '/threads/runs', RUN)).toEqual(LIMITED);
    const refused = await alice.send('POST', '/threads/runs', RUN);
    expect(refused.headers.get('retry-after')).toBe('5');
    await createCaller(server, { 'api-key': 'bob' }).ask('run', 'POST', '/threads/runs', RUN);
    await alice.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    await alice.runIn(run, 'cancelled');
    await alice.ask('run', 'POST', '/threads/runs', RUN);
  });

  it('runsPerPrincipal does not apply to a repeated request with an idempotency key', async () => {
    const { caller } = testServer({ engine: hanging(), limits: { runsPerPrincipal: 1 } });
    const send = () => caller.send('POST', '/threads/runs', RUN, { 'idempotency-key': 'k' });
    const first = await (await send()).json();
    expect(await (await send()).json()).toEqual(first);
  });
});

describe('limits.streamsPerPrincipal', () => {
  const streaming = { ...RUN, stream: true };

  it('streamsPerPrincipal refuses a stream before its run is created, and frees a slot when one is closed', async () => {
    const { caller } = testServer({ engine: hanging(), limits: { streamsPerPrincipal: 1 } });
    const open = await caller.send('POST', '/threads/runs', streaming);
    const thread = await caller.newThread('hello');
    const path = `/threads/${thread.id}/runs`;
    expect(await caller.refusal('POST', path, streaming)).toEqual(LIMITED);
    expect((await caller.ask('runs', 'GET', path)).data).toEqual([]);
    const run = await caller.ask('run', 'POST', path, RUN);
    expect(await caller.refusal('GET', `${path}/${run.id}/events`)).toEqual(LIMITED);
    await open.body?.cancel();
    const next = await caller.send('GET', `${path}/${run.id}/events`);
    expect(next.status).toBe(200);
    await next.body?.cancel();
  });

  it('streamsPerPrincipal releases the slot when a request is refused or its stream ends', async () => {
    const { caller } = testServer({ limits: { streamsPerPrincipal: 1 } });
    expect((await caller.refusal('POST', '/threads/runs', { ...streaming, nonsense: 1 })).status).toBe(400);
    for (let time = 0; time < 2; time += 1) await caller.stream('POST', '/threads/runs', streaming);
  });
});

describe('a request', () => {
  it('a request may be nested a hundred levels deep, and is refused beyond', async () => {
    const { caller, faults } = testServer();
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    const body = (levels: number) =>
      `{"model":"m","tools":[{"type":"function","function":{"name":"f","parameters":${nested(levels)}}}]}`;
    expect((await caller.send('POST', '/assistants', body(90))).status).toBe(200);
    for (const headers of [{}, { 'idempotency-key': 'k' }]) {
      expect(await caller.refusal('POST', '/assistants', body(100_000), headers)).toMatchObject({
        status: 400,
        code: 'body_too_deep',
      });
    }
    expect(faults).toEqual([]);
  });

  it.each([
    [
      'attachments',
      { role: 'user', content: 'x', attachments: many(11, { file_id: 'file-1', tools: [] }) },
      "Invalid 'attachments': array too long. Expected an array with maximum length 10, but got an array with length 11 instead.",
      'array_above_max_length',
    ],
    [
      'content',
      { role: 'user', content: 'x'.repeat(256_001) },
      "Invalid 'content': string too long. Expected a string with maximum length 256000, but got a string with length 256001 instead.",
      'string_above_max_length',
    ],
    [
      'metadata',
      {
        role: 'user',
        content: 'x',
        metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`k${i}`, 'v'])),
      },
      "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
      'object_above_max_properties',
    ],
    [
      'metadata.k',
      { role: 'user', content: 'x', metadata: { k: true } },
      "Invalid type for 'metadata.k': expected a string, but got a boolean instead.",
      'invalid_type',
    ],
    [
      'metadata.k',
      { role: 'user', content: 'x', metadata: { k: 'v'.repeat(513) } },
      "Invalid 'metadata.k': string too long. Expected a string with maximum length 512, but got a string with length 513 instead.",
      'string_above_max_length',
    ],
  ])(
    "a request with too much %s is refused with the service's message",
    async (param, body, message, code) => {
      const { caller } = testServer();
      const thread = await caller.newThread('hello');
      expect(await caller.refusal('POST', `/threads/${thread.id}/messages`, body)).toEqual({
        status: 400,
        type: 'invalid_request_error',
        message,
        param,
        code,
      });
    },
  );

  it.each([
    ['/assistants', { model: 'm', tools: many(129, { type: 'code_interpreter' }) }, 'tools'],
    ['/threads/runs', { ...RUN, tools: many(21, { type: 'code_interpreter' }) }, 'tools'],
    ['/threads', { messages: many(33, { role: 'user', content: 'x' }) }, 'messages'],
    [
      '/threads/runs',
      { ...RUN, thread: { messages: many(33, { role: 'user', content: 'x' }) } },
      'thread.messages',
    ],
  ])('a request to %s with too long an array is refused', async (path, body, param) => {
    const { caller } = testServer();
    expect(await caller.refusal('POST', path, body)).toMatchObject({
      status: 400,
      param,
      code: 'array_above_max_length',
    });
  });
});

describe('eventRetentionMs', () => {
  it('eventRetentionMs bounds how long events are kept after the run has ended', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer, eventRetentionMs: 60_000 });
    const run = await caller.ask('run', 'POST', '/threads/runs', RUN);
    await clock.advance(50_000);
    const path = `/threads/${run.thread_id}/runs/${run.id}/events`;
    expect((await caller.stream('GET', path)).length).toBeGreaterThan(5);
    await clock.advance(20_000);
    expect(await caller.refusal('GET', path)).toMatchObject({ status: 404, code: 'events_expired' });
  });

  it('eventRetentionMs does not affect a run that has not ended', async () => {
    const clock = createManualClock();
    const { caller } = testServer({
      engine: hanging(),
      now: clock.now,
      setTimer: clock.setTimer,
      eventRetentionMs: 0,
    });
    const run = await caller.ask('run', 'POST', '/threads/runs', RUN);
    await clock.advance(20_000);
    const response = await caller.send('GET', `/threads/${run.thread_id}/runs/${run.id}/events`);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });
});

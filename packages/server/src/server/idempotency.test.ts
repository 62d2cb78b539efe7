import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { lastRun } from '../testing/seen-events.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor, startWeather } from '../testing/weather-run.ts';

const KEY = { 'idempotency-key': 'key-1' };

describe('an Idempotency-Key', () => {
  it('the Idempotency-Key is announced as a capability', async () => {
    const { caller } = testServer();
    const response = await caller.send('GET', '/threads');
    expect(response.headers.get('threadkit-capabilities')).toBe(
      'listThreads,runEvents,idempotency,files,vectorStores,reasoning',
    );
  });

  it.each([
    ['/assistants', { model: 'm' }],
    ['/threads', { messages: [{ role: 'user', content: 'hi' }] }],
    ['/threads', undefined],
    ['/threads/runs', { assistant_id: 'asst_demo' }],
  ])('two requests to %s with one key create one object', async (path, body) => {
    const { caller } = testServer();
    const first = await (await caller.send('POST', path, body, KEY)).text();
    expect(await (await caller.send('POST', path, body, KEY)).text()).toBe(first);
    const other = await caller.send('POST', path, body, { 'idempotency-key': 'key-2' });
    expect(await other.text()).not.toBe(first);
  });

  it('a message is added once, even when a run has locked the thread since', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/messages`;
    const body = { role: 'user', content: 'and in Rome?' };
    expect((await caller.refusal('POST', path, body, KEY)).message).toMatch(/while a run/);
    await caller.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
    const added = await (await caller.send('POST', path, body, KEY)).json();
    await caller.ask('run', 'POST', `/threads/${run.thread_id}/runs`, {
      assistant_id: 'asst_demo',
      tools: [WEATHER],
    });
    expect(await (await caller.send('POST', path, body, KEY)).json()).toEqual(added);
    const { data } = await caller.ask('messages', 'GET', path);
    expect(data.filter(({ content }) => JSON.stringify(content).includes('Rome'))).toHaveLength(1);
  });

  it('two concurrent requests with one key start one run', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hello');
    const path = `/threads/${thread.id}/runs`;
    const send = () => caller.send('POST', path, { assistant_id: 'asst_demo' }, KEY);
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(await two.json()).toEqual(await one.json());
    expect((await caller.ask('runs', 'GET', path)).data).toHaveLength(1);
  });

  it('a repeated request gets the events of the same run', async () => {
    const { caller } = testServer();
    const body = {
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
      stream: true,
    };
    const first = await caller.stream('POST', '/threads/runs', body, KEY);
    expect(first[0]?.event).toBe('thread.created');
    expect(await caller.stream('POST', '/threads/runs', body, KEY)).toEqual(first);
  });

  it('tool outputs are accepted once, and the events that followed are repeated', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: true });
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    const body = { ...outputsFor(run, 'rain'), stream: true };
    const first = await caller.stream('POST', path, body, KEY);
    expect(lastRun(first).status).toBe('completed');
    expect(await caller.stream('POST', path, body, KEY)).toEqual(first);
    expect((await caller.refusal('POST', path, body)).message).toMatch(/do not accept tool outputs/);
  });

  it('an idempotency key is refused for another request', async () => {
    const { caller } = testServer();
    await caller.send('POST', '/threads', { metadata: { a: '1' } }, KEY);
    const expected = {
      status: 400,
      code: 'idempotency_key_reused',
      type: 'invalid_request_error',
      param: null,
    };
    expect(await caller.refusal('POST', '/threads', { metadata: { a: '2' } }, KEY)).toMatchObject(expected);
    expect(await caller.refusal('POST', '/assistants', { model: 'm' }, KEY)).toMatchObject(expected);
  });

  it('an idempotency key is scoped to its principal', async () => {
    const { caller } = testServer({
      authorize: (request) => ({ id: request.headers.get('api-key') ?? 'nobody', role: 'user' }),
    });
    const ids = await Promise.all(
      ['alice', 'bob'].map(async (name) => {
        const response = await caller.send('POST', '/threads', undefined, { ...KEY, 'api-key': name });
        return ((await response.json()) as { id: string }).id;
      }),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('an idempotency key is refused when too long, and ignored by operations that create nothing', async () => {
    const { caller } = testServer();
    const long = { 'idempotency-key': 'k'.repeat(256) };
    expect(await caller.refusal('POST', '/threads', undefined, long)).toMatchObject({
      status: 400,
      code: 'invalid_idempotency_key',
    });
    const thread = await caller.newThread('hi');
    for (const value of ['1', '2']) {
      const response = await caller.send('POST', `/threads/${thread.id}`, { metadata: { value } }, KEY);
      expect(await response.json()).toMatchObject({ metadata: { value } });
    }
  });

  it('an idempotency key expires after a day, and its events an hour after the run ended', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const body = { assistant_id: 'asst_demo', thread: { messages: [{ role: 'user', content: 'hi' }] } };
    const first = (await (await caller.send('POST', '/threads/runs', { ...body, stream: true }, KEY)).text())
      .length;
    expect(first).toBeGreaterThan(0);
    await clock.advance(3_700_000);
    expect(await caller.refusal('POST', '/threads/runs', { ...body, stream: true }, KEY)).toMatchObject({
      status: 404,
      code: 'events_expired',
    });
    await clock.advance(24 * 3_600_000);
    const again = await caller.send('POST', '/threads/runs', { ...body, stream: true }, KEY);
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { scripted } from '../engines/scripted/scripted.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { createCaller } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { createServer } from './create-server.ts';

const preflight = (origin: string) =>
  new Request('http://server.test/v1/threads', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });

describe('the log of a server', () => {
  it('the log names a refused origin and the option that allows it, once for each origin', async () => {
    const { server, log } = testServer({ cors: { origins: ['https://app.example'] } });
    for (const origin of ['http://localhost:5173', 'https://app.example', 'http://localhost:5173']) {
      await server.fetch(preflight(origin));
    }
    await server.fetch(preflight('http://localhost:3000'));
    expect(log).toEqual([
      {
        level: 'warn',
        event: 'origin_refused',
        origin: 'http://localhost:5173',
        message: expect.stringMatching(
          /--cors-origin http:\/\/localhost:5173 .*cors: \{ origins: \['http:\/\/localhost:5173'\] \}/,
        ),
      },
      expect.objectContaining({ origin: 'http://localhost:3000' }),
    ]);
  });

  it('the log contains a warning of the engine once, and no caller sees it', async () => {
    const engine = stepEngine(async ({ emit, say, finish }) => {
      emit({ type: 'warning', message: 'It ignores topP.' });
      say('Hello');
      finish();
    });
    const { caller, log } = testServer({ engine });
    const body = { assistant_id: 'asst_demo', stream: true, thread: { messages: [] } };
    const events = await caller.stream('POST', '/threads/runs', body);
    await caller.stream('POST', '/threads/runs', body);
    expect(log).toEqual([
      {
        level: 'warn',
        event: 'model_warned',
        model: 'demo-model',
        message: 'The engine step warns about the model "demo-model": It ignores topP.',
      },
    ]);
    expect(events.at(-1)?.event).toBe('thread.run.completed');
    expect(JSON.stringify(events)).not.toContain('topP');
  });

  it('the log says that a storage takes long to open', async () => {
    const clock = createManualClock();
    const opening = gate();
    const storage = { ...memoryStorage({ now: clock.now }), open: () => opening.opened };
    const { server, log } = testServer({ storage, setTimer: clock.setTimer });
    const opened = server.open();
    await clock.advance(1999);
    expect(log).toEqual([]);
    await clock.advance(1);
    expect(log).toMatchObject([{ level: 'error', event: 'storage_unavailable' }]);
    opening.open();
    await opened;
    await clock.advance(60_000);
    expect(log).toHaveLength(1);
  });

  it('the log records a cross-site request that needed no preflight', async () => {
    const { caller, log } = testServer();
    const headers = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    expect((await caller.send('POST', '/threads', {}, headers)).status).toBe(403);
    expect(log).toMatchObject([{ event: 'origin_refused', origin: 'https://other.example' }]);
  });

  it('the log explains that a page without an origin cannot be allowed', async () => {
    const { server, log } = testServer();
    await server.fetch(preflight('null'));
    expect(log[0]?.message).toMatch(/cannot be allowed: serve the page over http/);
  });

  it('the log does not record same-origin, non-browser and allowed requests', async () => {
    const { caller, log } = testServer({ cors: { origins: ['https://app.example'] } });
    await caller.send(
      'POST',
      '/threads',
      {},
      { origin: 'http://server.test', 'sec-fetch-site': 'same-origin' },
    );
    await caller.send('POST', '/threads', {});
    await caller.send(
      'POST',
      '/threads',
      {},
      { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(log).toEqual([]);
  });

  it('the log names an unknown assistant and the existing ones, once for all requests', async () => {
    const { caller, log } = testServer();
    const thread = await caller.newThread('hello');
    expect((await caller.send('GET', '/assistants/asst_typo')).status).toBe(404);
    const refused = await caller.send('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_typo' });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({
      error: { message: "No assistant found with id 'asst_typo'." },
    });
    expect(log).toEqual([
      {
        level: 'warn',
        event: 'assistant_not_found',
        assistantId: 'asst_typo',
        message: expect.stringMatching(/"asst_typo".*Check the app's assistantId.*asst_demo/),
      },
    ]);
  });

  it('the log cannot be filled or forged by an id', async () => {
    const { caller, log } = testServer();
    await caller.send('POST', '/threads/runs', {
      assistant_id: `a\nthreadkit server: forged${'x'.repeat(500)}`,
    });
    expect(log[0]?.message).not.toContain('\n');
    expect(log[0]?.message.length).toBeLessThan(500);
  });

  it('the log names a model that no engine serves', async () => {
    const { caller, log } = testServer({ engine: () => undefined });
    const refused = await caller.send('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    });
    expect(await refused.json()).toMatchObject({ error: { code: 'model_not_found' } });
    expect(log).toMatchObject([
      {
        event: 'model_not_served',
        model: 'demo-model',
        message: expect.stringMatching(/of the assistant asst_demo\. .*give the assistant another model/),
      },
    ]);
  });

  it('the log tells a model that a run requested from that of the assistant', async () => {
    const { caller, log } = testServer({ engine: () => undefined });
    await caller.send('POST', '/threads/runs', { assistant_id: 'asst_demo', model: 'other', thread: {} });
    expect(log).toMatchObject([
      {
        event: 'model_not_served',
        model: 'other',
        message: expect.stringMatching(/"other" that a run requested .*asst_demo has "demo-model"/),
      },
    ]);
  });

  it('the log is written to the console by default', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    const server = createServer({
      storage: memoryStorage(),
      engine: scripted({ paceMs: 0 }),
      authorize: 'allow-everyone',
    });
    onTestFinished(() => server.close());
    await server.fetch(preflight('http://localhost:5173'));
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^threadkit server: A page of http/)]]);
  });
});

describe('an unavailable storage', () => {
  const broken = (retryAfterMs?: number, now?: () => number) => ({
    ...memoryStorage({ now }),
    open: () => Promise.reject(new StorageUnavailableError('The disk of /srv/db is full.', { retryAfterMs })),
  });

  it('an unavailable storage leads to 503 without the reason, which is logged once a minute', async () => {
    const clock = createManualClock();
    const { caller, log, faults } = testServer({
      storage: broken(undefined, clock.now),
      setTimer: clock.setTimer,
    });
    const first = await caller.send('GET', '/threads');
    expect(first.status).toBe(503);
    expect(first.headers.has('retry-after')).toBe(false);
    expect(await first.json()).toEqual({
      error: {
        message: expect.stringMatching(/cannot use its storage.*server's log/),
        type: 'server_error',
        param: null,
        code: 'storage_unavailable',
      },
    });
    await caller.send('GET', '/threads');
    expect(log).toEqual([
      { level: 'error', event: 'storage_unavailable', message: 'The disk of /srv/db is full.' },
    ]);
    await clock.advance(60_000);
    await caller.send('GET', '/threads');
    expect(log).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('an unavailable storage sends retry-after when waiting helps', async () => {
    const { server } = testServer({ storage: broken(2_000) });
    const response = await createCaller(server).send('GET', '/threads');
    expect(response.headers.get('retry-after')).toBe('2');
  });
});

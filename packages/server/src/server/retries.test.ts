import type { RunObject } from '@threadkit/core/api';
import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engines/engine.ts';
import { EngineError, type EngineErrorOptions } from '../engines/engine-error.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer } from '../testing/test-server.ts';
import { createServer } from './create-server.ts';

const BUSY = 'The model provider is busy or limits requests. Try again in 20 s.';
const limited = (options: EngineErrorOptions = { retry: { afterMs: 20_000 } }) =>
  new EngineError('rate_limit_exceeded', BUSY, options);

/** An engine that refuses the first `times` requests with this error, after these events. */
function refusing(error: Error, { times = Number.POSITIVE_INFINITY, events = [] as EngineEvent[] } = {}) {
  const engine = stepEngine(async ({ emit, say, finish }) => {
    if (engine.inputs.length > times) {
      say('Hello');
      finish();
      return;
    }
    for (const event of events) emit(event);
    throw error;
  });
  return engine;
}

/** A server whose clock and timers the test moves, with one run that was just started. */
async function started(options: TestServerOptions) {
  const clock = createManualClock();
  const served = testServer({
    now: clock.now,
    setTimer: clock.setTimer,
    random: () => 0,
    ...options,
  });
  const run = await served.caller.ask('run', 'POST', '/threads/runs', {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'hello' }] },
  });
  await settle();
  const read = () => served.caller.ask('run', 'GET', `/threads/${run.thread_id}/runs/${run.id}`);
  return { ...served, clock, run, read };
}

describe('a model call that the provider refuses before anything is generated', () => {
  it('the run stays in progress while the server waits, then completes as if nothing had happened', async () => {
    const engine = refusing(limited(), { times: 2 });
    const { clock, read, caller, run, log } = await started({ engine });
    await clock.advance(19_999);
    expect([engine.inputs.length, (await read()).status]).toEqual([1, 'in_progress']);
    await clock.advance(20_001);
    expect(engine.inputs).toHaveLength(3);
    expect(engine.inputs[2]).toEqual({ ...engine.inputs[0], resolveImage: expect.any(Function) });
    const { status, usage } = await caller.runIn(run, 'completed');
    expect({ status, usage }).toMatchObject({ status: 'completed', usage: { total_tokens: 15 } });
    const steps = await caller.ask('steps', 'GET', `/threads/${run.thread_id}/runs/${run.id}/steps`);
    expect(steps.data).toHaveLength(1);
    expect(log).toHaveLength(1);
  });

  it('the run fails with the error of the last request when the retries are used up', async () => {
    const engine = refusing(limited({ retry: {}, failure: 'provider', forOperator: 'Check the provider.' }));
    const { clock, read, log } = await started({ engine });
    await clock.advance(3000);
    expect(engine.inputs).toHaveLength(3);
    expect(await read()).toMatchObject({
      status: 'failed',
      last_error: { code: 'rate_limit_exceeded', message: BUSY },
      metadata: { tk_failure: 'provider' },
    });
    expect(log.map(({ event }) => event)).toEqual(['model_call_retried', 'model_failed']);
  });

  it('the log says once for all runs of a model that calls are repeated, by reason', async () => {
    const engine = refusing(limited({ retry: {} }));
    const { clock, caller, log } = await started({ engine });
    await caller.send('POST', '/threads/runs', { assistant_id: 'asst_demo', thread: { messages: [] } });
    await clock.advance(5000);
    expect(engine.inputs).toHaveLength(6);
    expect(log.map(({ event }) => event)).toEqual(['model_call_retried', 'model_failed', 'model_failed']);
    expect(log.slice(0, 1)).toEqual([
      {
        level: 'warn',
        event: 'model_call_retried',
        model: 'demo-model',
        message: expect.stringMatching(
          /^The provider of the model "demo-model" limits requests\. .* up to 2 times .*maxRetries/,
        ),
      },
    ]);
  });

  it('maxRetries sets how often a call is repeated', async () => {
    const never = refusing(limited({ retry: {} }));
    expect((await (await started({ engine: never, maxRetries: 0 })).read()).status).toBe('failed');
    expect(never.inputs).toHaveLength(1);
    const often = refusing(limited({ retry: {} }));
    const { clock } = await started({ engine: often, maxRetries: 5 });
    await clock.advance(1000 + 2000 + 4000 + 8000 + 16_000);
    expect(often.inputs).toHaveLength(6);
  });

  it('a rate limit whose wait is too long is not retried, and the log has the run and the wait', async () => {
    const engine = refusing(limited({ retry: { afterMs: 90_000 } }));
    const { run, log } = await started({ engine });
    expect(engine.inputs).toHaveLength(1);
    expect(log).toEqual([
      {
        level: 'warn',
        event: 'model_failed',
        model: 'demo-model',
        runId: run.id,
        engine: 'step',
        retryAfterMs: 90_000,
        message: expect.stringContaining('asks to wait 90 s'),
      },
    ]);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('maxRetries %d is refused', (maxRetries) => {
    const options = {
      storage: memoryStorage(),
      engine: () => undefined,
      authorize: 'allow-everyone',
    } as const;
    expect(() => createServer({ ...options, maxRetries })).toThrow(/maxRetries is .* whole number/);
  });

  it.each<[string, EngineEvent]>([
    ['text', { type: 'text', part: 0, text: 'H' }],
    ['white space', { type: 'text', part: 0, text: '\n' }],
    ['reasoning', { type: 'reasoning', text: 'The user greets.' }],
    ['a tool call', { type: 'tool-call', index: 0, name: 'f', arguments: '' }],
    ['private data', { type: 'private', value: { thought: 1 } }],
  ])('a call is never repeated after %s', async (_kind, event) => {
    const engine = refusing(limited(), { events: [event] });
    const { clock, read } = await started({ engine });
    expect(await read()).toMatchObject({ status: 'failed', last_error: { code: 'rate_limit_exceeded' } });
    await clock.advance(60_000);
    expect(engine.inputs).toHaveLength(1);
  });

  it('a warning of the engine does not count as a piece', async () => {
    const engine = refusing(limited(), {
      times: 1,
      events: [{ type: 'warning', message: 'It ignores topP.' }],
    });
    const { clock, read } = await started({ engine });
    await clock.advance(20_000);
    expect(await read()).toMatchObject({ status: 'completed' });
  });

  it('a cancelled run is cancelled during the wait, and not called again', async () => {
    const engine = refusing(limited());
    const { clock, caller, run, read } = await started({ engine });
    await caller.ask('run', 'POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`, {});
    await settle();
    expect(await read()).toMatchObject({ status: 'cancelled', last_error: null });
    await clock.advance(60_000);
    expect(engine.inputs).toHaveLength(1);
  });

  it('a server that closes releases a waiting run, and another one makes the call at once', async () => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    const shared = { storage: { ...unclosed(storage) }, now: clock.now, setTimer: clock.setTimer };
    const first = refusing(limited());
    const { server, run } = await started({ ...shared, engine: first });
    await server.close();
    const second = refusing(limited(), { times: 0 });
    const other = testServer({ ...shared, storage, engine: second });
    await other.server.open();
    await settle();
    await other.caller.runIn(run, 'completed');
    expect([first.inputs.length, second.inputs.length]).toEqual([1, 1]);
  });

  it('the lease is renewed during a wait that is longer than the lease', async () => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    const shared = { now: clock.now, setTimer: clock.setTimer, leaseMs: 2000 };
    const first = refusing(limited({ retry: { afterMs: 50_000 } }), { times: 1 });
    const second = refusing(limited(), { times: 0 });
    const { run, caller } = await started({ ...shared, storage, engine: first });
    const other = testServer({ ...shared, storage: unclosed(storage), engine: second });
    await other.server.open();
    await clock.advance(49_000);
    expect(second.inputs).toHaveLength(0);
    await clock.advance(1000);
    await caller.runIn(run, 'completed');
    expect([first.inputs.length, second.inputs.length]).toEqual([2, 0]);
  });

  it('a run whose thread is deleted during the wait is not called again', async () => {
    const engine = refusing(limited());
    const { clock, caller, run, faults } = await started({ engine, leaseMs: 3000 });
    await caller.ask('deleted', 'DELETE', `/threads/${run.thread_id}`);
    await clock.advance(60_000);
    expect(engine.inputs).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('a call is not repeated after the run expires', async () => {
    const engine = refusing(limited({ retry: { afterMs: 55_000 } }));
    const { clock, read, run } = await started({ engine, maxRetries: 100 });
    await clock.advance(700_000);
    const ended = await read();
    expect(ended).toMatchObject({ status: 'failed', last_error: { message: BUSY } });
    expect(engine.inputs).toHaveLength(Math.ceil(lifetimeMs(run) / 55_000));
  });

  it('instrumentation sees each request, with its own outcome', async () => {
    const seen: unknown[] = [];
    const ignored = { within: <T>(work: () => T) => work(), end: () => {} };
    const engine = refusing(limited(), { times: 1 });
    const { clock } = await started({
      engine,
      instrumentation: {
        startRequest: () => ignored,
        startStream: () => () => {},
        startRun: () => ({
          ...ignored,
          startModelCall: (start) => ({ ...ignored, end: (end) => seen.push({ ...start, ...end }) }),
        }),
      },
    });
    expect(seen).toHaveLength(1);
    await clock.advance(20_000);
    const call = { engine: 'step', model: 'demo-model' };
    expect(seen).toEqual([
      {
        ...call,
        retries: 0,
        outcome: 'failed',
        reason: 'rate_limit_exceeded',
        usage: null,
        timeToFirstEventMs: null,
      },
      {
        ...call,
        retries: 1,
        outcome: 'finished',
        reason: 'stop',
        usage: expect.anything(),
        timeToFirstEventMs: 0,
      },
    ]);
  });
});

/** The storage for a second server: closing it leaves that of the first one open. */
function unclosed(storage: ReturnType<typeof memoryStorage>): ReturnType<typeof memoryStorage> {
  return { ...storage, close: async () => {} };
}

function lifetimeMs({ expires_at: at, created_at: from }: RunObject): number {
  return ((at ?? from) - from) * 1000;
}

import { describe, expect, it, vi } from 'vitest';
import { EngineError } from '../engines/engine-error.ts';
import { jsonLog } from '../shared/json-log.ts';
import type { LogEntry } from '../shared/log.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { stepEngine, USAGE } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const SECRETS = ['my secret question', 'a secret response', 'secret-city', 'a secret output', 'secret rules'];

const startSecretRun = {
  assistant_id: 'asst_demo',
  instructions: 'secret rules',
  tools: [WEATHER],
  thread: { messages: [{ role: 'user', content: 'my secret question' }] },
};

const eventsOf = (entries: readonly LogEntry[]) => entries.map(({ event }) => event);

const hanging = () =>
  stepEngine(async (play, _input, signal) => {
    play.say('Half a sen');
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
  });

describe('the log of runs', () => {
  it('the log follows a run through a tool round to its end, without any text', async () => {
    let time = Date.UTC(2026, 10, 24, 9);
    const engine = stepEngine(
      async (play) => {
        time += 1500;
        play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"secret-city"}' });
        play.finish('tool-calls');
      },
      async (play) => {
        play.say('a secret response');
        play.finish();
      },
    );
    const { caller, server, occurrences, log } = testServer({ now: () => time, engine });
    const { id, thread_id } = await caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    const run = await caller.runIn({ id, thread_id }, 'requires_action');
    const call = run.required_action?.submit_tool_outputs.tool_calls[0];
    await caller.send('POST', `/threads/${thread_id}/runs/${id}/submit_tool_outputs`, {
      tool_outputs: [{ tool_call_id: call?.id, output: 'a secret output' }],
    });
    await caller.runIn(run, 'completed');
    await server.close();

    const execution = {
      level: 'info',
      runId: id,
      threadId: thread_id,
      model: 'demo-model',
      workerId: expect.stringMatching(/^worker_/),
      recoveries: 0,
    };
    expect(occurrences).toEqual([
      { level: 'info', event: 'server_opened', message: expect.any(String) },
      {
        ...execution,
        event: 'run_claimed',
        attempt: 1,
        message: expect.stringMatching(/^Run run_\w+ was claimed by worker_\w+ \(attempt 1\)\.$/),
      },
      {
        ...execution,
        event: 'run_requires_action',
        attempt: 1,
        durationMs: 1500,
        toolCalls: 1,
        message: `Run ${id} waits for tool outputs after 1500 ms.`,
      },
      { ...execution, event: 'run_claimed', attempt: 2, message: expect.any(String) },
      {
        ...execution,
        event: 'run_ended',
        attempt: 2,
        status: 'completed',
        reason: null,
        durationMs: 0,
        usage: expect.objectContaining({ prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 }),
        message: `Run ${id} is completed after 0 ms.`,
      },
      { level: 'info', event: 'server_closed', message: expect.any(String) },
    ]);
    for (const secret of SECRETS) expect(JSON.stringify([occurrences, log])).not.toContain(secret);
  });

  it('the log has the code of a failed run, and not its message', async () => {
    const engine = stepEngine(async () => {
      throw new EngineError('rate_limit_exceeded', 'Slow down, my secret question is too long.');
    });
    const { caller, server, occurrences } = testServer({ engine });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', startSecretRun), 'failed');
    await server.close();
    expect(occurrences).toContainEqual(
      expect.objectContaining({
        event: 'run_ended',
        status: 'failed',
        reason: 'rate_limit_exceeded',
        usage: null,
      }),
    );
    expect(JSON.stringify(occurrences)).not.toContain('secret');
  });

  it('the log has the reason of an incomplete run', async () => {
    const engine = stepEngine(async (play) => {
      play.say('Half a sen');
      play.finish('length');
    });
    const { caller, server, occurrences } = testServer({ engine });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', startSecretRun), 'incomplete');
    await server.close();
    expect(occurrences).toContainEqual(
      expect.objectContaining({
        event: 'run_ended',
        reason: 'max_completion_tokens',
        usage: expect.objectContaining(USAGE),
      }),
    );
  });

  it('the log has the cancellation of a run', async () => {
    const engine = hanging();
    const { caller, server, occurrences } = testServer({ engine });
    const run = await caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    await until(() => engine.inputs.length === 1);
    await caller.send('POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
    await server.close();
    expect(occurrences).toContainEqual(expect.objectContaining({ event: 'run_ended', status: 'cancelled' }));
  });

  it('the log has the expiry of a run that waited for tool outputs', async () => {
    const clock = createManualClock();
    const engine = stepEngine(async (play) => {
      play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
      play.finish('tool-calls');
    });
    const { caller, occurrences } = testServer({ now: clock.now, setTimer: clock.setTimer, engine });
    const run = await caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    await caller.runIn(run, 'requires_action');
    await clock.advance(11 * 60_000);
    expect(occurrences.at(-1)).toMatchObject({
      event: 'run_ended',
      status: 'expired',
      runId: run.id,
      attempt: 2,
    });
  });

  it('the log tells a run that was handed over from one whose worker fell silent', async () => {
    const clock = createManualClock();
    const storage = { ...memoryStorage({ now: clock.now }), close: async () => {} };
    const silent = createManualClock();
    const servers = [hanging(), hanging(), hanging()].map((engine, index) =>
      // The timers of the second server never fire: it does not renew its lease.
      ({
        engine,
        ...testServer({ storage, engine, setTimer: index === 1 ? silent.setTimer : clock.setTimer }),
      }),
    );
    const [first, second, third] = servers;
    if (!first || !second || !third) throw new Error('There are three servers.');
    const run = await first.caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    await until(() => first.engine.inputs.length === 1);
    await first.server.close();
    expect(eventsOf(first.occurrences)).toEqual([
      'server_opened',
      'run_claimed',
      'run_released',
      'server_closed',
    ]);

    await second.server.open();
    await until(() => second.engine.inputs.length === 1);
    expect(second.occurrences.at(-1)).toMatchObject({ event: 'run_recovered', runId: run.id, attempt: 2 });
    await third.server.open();
    await clock.advance(36_000);
    expect(third.occurrences.at(-1)).toMatchObject({
      event: 'run_recovered',
      runId: run.id,
      attempt: 3,
      recoveries: 1,
    });
    await silent.advance(10_000);
    await until(() => second.occurrences.length > 2);
    expect(second.occurrences.at(-1)).toMatchObject({ event: 'run_fenced', runId: run.id, attempt: 2 });
  });

  it('the log tells that the storage failed, and when the run continues', async () => {
    const storage = memoryStorage();
    const { caller, occurrences } = testServer({
      storage: {
        ...storage,
        commit: async () => {
          throw new Error('The database is gone, with a secret response.');
        },
      },
    });
    const run = await caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    await until(() => occurrences.length > 2);
    expect(occurrences.at(-1)).toMatchObject({
      event: 'run_abandoned',
      runId: run.id,
      message: expect.stringMatching(
        /because the storage failed\. It continues when its lease has expired\.$/,
      ),
    });
    expect(JSON.stringify(occurrences)).not.toContain('secret');
  });

  it('a log that throws fails neither a run nor a request', async () => {
    const faults: unknown[] = [];
    const { caller } = testServer({
      log: () => {
        throw new Error('The log is full.');
      },
      onError: (_, where) => faults.push(where),
    });
    const run = await caller.ask('run', 'POST', '/threads/runs', startSecretRun);
    await caller.runIn(run, 'completed', 'requires_action');
    expect(new Set(faults)).toEqual(new Set(['log']));
  });

  it('the default log does not write the occurrences of runs', async () => {
    const written = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    const { caller, server } = testServer({ log: undefined });
    const run = await caller.ask('run', 'POST', '/threads/runs', { ...startSecretRun, tools: [] });
    await caller.runIn(run, 'completed');
    await server.close();
    expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });

  it('jsonLog writes the occurrences of a server as lines of JSON', async () => {
    const lines: string[] = [];
    const { caller, server } = testServer({ log: jsonLog({ write: (line) => lines.push(line) }) });
    const run = await caller.ask('run', 'POST', '/threads/runs', { ...startSecretRun, tools: [] });
    await caller.runIn(run, 'completed');
    await server.close();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'server_opened' },
      { event: 'run_claimed', runId: run.id },
      { event: 'run_ended', runId: run.id },
      { event: 'server_closed' },
    ]);
  });
});

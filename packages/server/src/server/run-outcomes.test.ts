import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { lastRun, namesOf, withoutRepeats } from '../testing/seen-events.ts';
import { gate, stepEngine, USAGE } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { outputsFor, startWeather } from '../testing/weather-run.ts';

const TEXT: EngineEvent = { type: 'text', part: 0, text: 'So far' };

describe('cancelling a run', () => {
  it('cancelling a run stops its model call, keeps the text and marks the message incomplete', async () => {
    let aborted: AbortSignal | undefined;
    const started = gate();
    const engine = stepEngine(async (play, _input, signal) => {
      aborted = signal;
      play.say('Once upon a');
      started.open();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('a story');
    const path = `/threads/${thread.id}/runs`;
    const streaming = caller.stream('POST', path, { assistant_id: 'asst_demo', stream: true });
    await started.opened;
    await until(async () => {
      const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
      return data[0]?.content.length === 1;
    });
    const { data } = await caller.ask('runs', 'GET', path);
    const cancelling = await caller.ask('run', 'POST', `${path}/${data[0]?.id}/cancel`);
    expect(cancelling).toMatchObject({
      status: 'cancelling',
      cancelled_at: null,
      expires_at: expect.any(Number),
    });
    const events = await streaming;
    expect(withoutRepeats(namesOf(events)).slice(-5)).toEqual([
      'message.delta',
      'run.cancelling',
      'message.incomplete',
      'run.step.cancelled',
      'run.cancelled',
    ]);
    expect(aborted?.aborted).toBe(true);
    const messages = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(messages.data[0]).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'run_cancelled' },
      content: [{ text: { value: 'Once upon a' } }],
    });
    expect(lastRun(events)).toMatchObject({ cancelled_at: expect.any(Number), expires_at: null });
  });

  it('a run whose engine fails while it is cancelled elsewhere is closed once, as cancelled', async () => {
    const started = gate();
    const failing = gate();
    const engine = stepEngine(async ({ say }) => {
      say('Once upon a');
      started.open();
      await failing.opened;
      throw new Error('The engine failed.');
    });
    const storage = memoryStorage();
    const { caller } = testServer({ engine, storage });
    const other = testServer({ engine, storage: { ...storage, close: async () => {} } });
    const thread = await caller.newThread('a story');
    const path = `/threads/${thread.id}/runs`;
    const streaming = caller.stream('POST', path, { assistant_id: 'asst_demo', stream: true });
    await started.opened;
    const { data } = await other.caller.ask('runs', 'GET', path);
    await other.caller.ask('run', 'POST', `${path}/${data[0]?.id}/cancel`);
    failing.open();
    expect(withoutRepeats(namesOf(await streaming)).slice(-4)).toEqual([
      'run.cancelling',
      'message.incomplete',
      'run.step.cancelled',
      'run.cancelled',
    ]);
  });

  it('a run is cancelled while its engine hangs and ignores the signal', async () => {
    const engine = stepEngine(() => new Promise(() => {}));
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'in_progress');
    await caller.ask('run', 'POST', `/threads/${thread.id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
  });

  it('a run that waits for tool outputs is cancelled, and so is its step', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}`;
    await caller.ask('run', 'POST', `${path}/cancel`);
    const cancelled = await caller.runIn(run, 'cancelled');
    expect(cancelled).toMatchObject({ required_action: null, usage: { total_tokens: expect.any(Number) } });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps`);
    expect(data).toMatchObject([
      { status: 'cancelled', cancelled_at: expect.any(Number), usage: cancelled.usage },
    ]);
    expect(
      (await caller.refusal('POST', `${path}/submit_tool_outputs`, outputsFor(run, 'late'))).message,
    ).toBe('Runs in status "cancelled" do not accept tool outputs.');
  });

  it('cancelling is refused after the run has ended', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hello');
    const run = lastRun(
      await caller.stream('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo', stream: true }),
    );
    expect((await caller.refusal('POST', `/threads/${thread.id}/runs/${run.id}/cancel`)).message).toBe(
      "Cannot cancel run with status 'completed'.",
    );
  });
});

describe('a run that does not complete', () => {
  it('a run fails with the message of an EngineError, and keeps the text', async () => {
    const engine = stepEngine(async (play) => {
      play.say('So far');
      throw new EngineError('rate_limit_exceeded', 'Too busy.');
    });
    const { caller, faults } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(namesOf(events).slice(-3)).toEqual(['message.incomplete', 'run.step.failed', 'run.failed']);
    expect(lastRun(events)).toMatchObject({
      last_error: { code: 'rate_limit_exceeded', message: 'Too busy.' },
      failed_at: expect.any(Number),
      expires_at: null,
    });
    expect(events.at(-3)?.data).toMatchObject({ incomplete_details: { reason: 'run_failed' } });
    expect(faults).toEqual([]);
  });

  it('an unexpected error is reported to the server only', async () => {
    const engine = stepEngine(async () => {
      throw new TypeError('secret connection string');
    });
    const { caller, faults } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(lastRun(events).last_error).toEqual({
      code: 'server_error',
      message: 'The server had an error while it worked on this run.',
    });
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });

  it.each<[string, readonly EngineEvent[], string]>([
    ['ends without a finish event', [TEXT], 'ended its model call without a finish event.'],
    ['leaves out a part', [TEXT, { ...TEXT, part: 2 }], 'continued content part 2, which it never began.'],
    [
      'changes the kind of a part',
      [TEXT, { type: 'refusal', part: 0, text: 'No' }],
      'changed the kind of content part 0.',
    ],
    [
      'leaves out a call',
      [{ type: 'tool-call', index: 1, name: 'f', arguments: '' }],
      'continued tool call 1, which it never began.',
    ],
    [
      'begins a call without a name',
      [{ type: 'tool-call', index: 0, arguments: '{}' }],
      'continued tool call 0, which it never began.',
    ],
    [
      'reports a hosted call after function calls',
      [
        { type: 'tool-call', index: 0, name: 'f', arguments: '{}' },
        { type: 'hosted-call', index: 0, call: { type: 'function', function: { name: 'search' } } },
      ],
      'reported a hosted call after function calls.',
    ],
  ])(
    'when its engine %s, a run fails with a general message, and the log has the reason',
    async (_fault, written, reason) => {
      const engine = stepEngine(async ({ emit }) => written.forEach(emit));
      const { caller, log, faults } = testServer({ engine });
      const thread = await caller.newThread('hello');
      const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
        assistant_id: 'asst_demo',
        stream: true,
      });
      const run = lastRun(events);
      expect(run.last_error).toEqual({
        code: 'server_error',
        message: 'The server had an error while it worked on this run.',
      });
      expect(log).toMatchObject([{ level: 'error', event: 'model_failed', runId: run.id, engine: 'step' }]);
      expect(log[0]?.message).toContain(`It ${reason}`);
      expect(faults).toEqual([]);
    },
  );

  it.each([
    ['length', 'max_tokens', 'max_completion_tokens'],
    ['content-filter', 'content_filter', 'content_filter'],
  ] as const)('a run is incomplete when its engine stops for %s', async (reason, ofMessage, ofRun) => {
    const engine = stepEngine(async (play) => {
      play.say('Cut');
      play.finish(reason);
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(namesOf(events).slice(-3)).toEqual(['message.incomplete', 'run.step.completed', 'run.incomplete']);
    expect(events.at(-3)?.data).toMatchObject({ incomplete_details: { reason: ofMessage } });
    expect(lastRun(events)).toMatchObject({ incomplete_details: { reason: ofRun }, usage: USAGE });
  });

  it('a token budget counts over all model calls', async () => {
    const engine = stepEngine(async (play) => {
      play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
      play.finish('tool-calls');
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('weather');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER], max_completion_tokens: 8 };
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body);
    for (let round = 0; round < 2; round += 1) {
      const waiting = await caller.runIn(run, 'requires_action');
      await caller.ask(
        'run',
        'POST',
        `/threads/${thread.id}/runs/${run.id}/submit_tool_outputs`,
        outputsFor(waiting, 'wet'),
      );
    }
    expect(await caller.runIn(run, 'incomplete')).toMatchObject({
      incomplete_details: { reason: 'max_completion_tokens' },
      usage: { completion_tokens: 10 },
    });
    expect(engine.inputs.map(({ settings }) => settings.maxCompletionTokens)).toEqual([8, 3]);
  });

  it('a run expires ten minutes after its creation, tool rounds included', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const run = await startWeather(caller, { stream: false });
    expect(run.expires_at).toBe(run.created_at + 600);
    await clock.advance(595_000);
    expect((await caller.runIn(run, 'requires_action')).status).toBe('requires_action');
    await clock.advance(10_000);
    const path = `/threads/${run.thread_id}/runs/${run.id}`;
    const expired = await caller.ask('run', 'GET', path);
    expect(expired).toMatchObject({
      status: 'expired',
      required_action: null,
      usage: { total_tokens: expect.any(Number) },
    });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps`);
    expect(data).toMatchObject([{ status: 'expired', expired_at: expect.any(Number), usage: expired.usage }]);
    expect(
      (await caller.refusal('POST', `${path}/submit_tool_outputs`, outputsFor(run, 'late'))).message,
    ).toBe('Runs in status "expired" do not accept tool outputs.');
    await caller.ask('message', 'POST', `/threads/${run.thread_id}/messages`, {
      role: 'user',
      content: 'free again',
    });
  });

  it('tool outputs are refused after the deadline, even before the next sweep', async () => {
    let now = Date.UTC(2026, 10, 24);
    const { caller } = testServer({ now: () => now });
    const run = await startWeather(caller, { stream: false });
    now += 600_000;
    expect(
      (
        await caller.refusal(
          'POST',
          `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
          outputsFor(run, 'x'),
        )
      ).message,
    ).toBe('Runs in status "expired" do not accept tool outputs.');
  });

  it('a run expires during a model call, and keeps the text', async () => {
    const clock = createManualClock();
    const engine = stepEngine(async (play) => {
      play.say('Still');
      await new Promise(() => {});
    });
    const { caller } = testServer({ engine, now: clock.now, setTimer: clock.setTimer });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await clock.advance(605_000);
    expect((await caller.ask('run', 'GET', `/threads/${thread.id}/runs/${run.id}`)).status).toBe('expired');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]).toMatchObject({
      incomplete_details: { reason: 'run_expired' },
      content: [{ text: { value: 'Still' } }],
    });
  });
});

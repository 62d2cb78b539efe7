import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { EngineError } from './engines/engine-error.ts';
import { scripted } from './engines/scripted/scripted.ts';
import type { Caller, SeenEvent } from './testing/caller.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { gate, stepEngine, USAGE } from './testing/step-engine.ts';
import { testServer, WEATHER } from './testing/test-server.ts';

const names = (events: readonly SeenEvent[]) => events.map(({ event }) => event.replace(/^thread\./, ''));

/** Runs of `message.delta` are as long as the clock has it: one stands for all. */
const withoutRepeats = (list: readonly string[]) => list.filter((name, index) => name !== list[index - 1]);

function lastRun(events: readonly SeenEvent[]): RunObject {
  const run = events.findLast(({ data }) => 'object' in data && data.object === 'thread.run')?.data;
  if (!run || !('object' in run) || run.object !== 'thread.run') throw new Error('No run in the stream.');
  return run;
}

async function startWeather(caller: Caller, options: { stream: boolean }): Promise<RunObject> {
  const thread = await caller.newThread('What is the weather in Oslo?');
  const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
  const path = `/threads/${thread.id}/runs`;
  if (options.stream) return lastRun(await caller.stream('POST', path, { ...body, stream: true }));
  return caller.runIn(await caller.ask('run', 'POST', path, body), 'requires_action');
}

const outputsFor = (run: RunObject, output: string) => ({
  tool_outputs: (run.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
    tool_call_id: id,
    output,
  })),
});

describe('a plain answer', () => {
  it('streams its events in the order of the contract', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(withoutRepeats(names(events))).toEqual([
      'run.created',
      'run.queued',
      'run.in_progress',
      'run.step.created',
      'run.step.in_progress',
      'message.created',
      'message.in_progress',
      'message.delta',
      'message.completed',
      'run.step.completed',
      'run.completed',
    ]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('begins with the thread where one is created with the run', async () => {
    const { caller } = testServer();
    const events = await caller.stream('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'hello' }], metadata: { from: 'test' } },
    });
    expect(names(events).slice(0, 2)).toEqual(['created', 'run.created']);
    expect(events[0]?.data).toMatchObject({ object: 'thread', metadata: { from: 'test' } });
  });

  it('tells in deltas what the stored message says', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('tell me about steps');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    const told = events
      .flatMap((event) => (event.event === 'thread.message.delta' ? (event.data.delta.content ?? []) : []))
      .map((part) => (part.type === 'text' ? (part.text?.value ?? '') : ''))
      .join('');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]).toMatchObject({
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'text', text: { value: told, annotations: [] } }],
    });
    expect(told).toContain('steps');
  });

  it('sets the times and the usage of its end', async () => {
    const clock = new ManualClock();
    const { caller } = testServer({ now: clock.now });
    const at = clock.now() / 1000;
    const thread = await caller.newThread('hello');
    const run = lastRun(
      await caller.stream('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo', stream: true }),
    );
    expect(run).toMatchObject({
      status: 'completed',
      created_at: at,
      started_at: at,
      completed_at: at,
      expires_at: null,
      failed_at: null,
      cancelled_at: null,
    });
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps`);
    expect(data.map(({ usage }) => usage)).toEqual([run.usage]);
    expect(run.usage?.total_tokens).toBeGreaterThan(0);
  });

  it('is stored before it is sent: what a reader has seen can be read', async () => {
    const written = gate();
    const engine = stepEngine(async (play) => {
      play.say('Half an ans');
      await written.opened;
      play.say('wer.');
      play.finish();
    });
    const { caller, server } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const response = await server.fetch(
      new Request(`http://server.test/v1/threads/${thread.id}/runs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ assistant_id: 'asst_demo', stream: true }),
      }),
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('Half an ans')) seen += (await reader?.read())?.value ?? '';
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]).toMatchObject({
      status: 'in_progress',
      content: [{ type: 'text', text: { value: 'Half an ans' } }],
    });
    written.open();
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      seen += piece.value;
    }
    expect(seen).toContain('event: done\ndata: [DONE]');
  });

  it('goes on when its reader leaves', async () => {
    const left = gate();
    const engine = stepEngine(async (play) => {
      play.say('Begun.');
      await left.opened;
      play.say(' Done.');
      play.finish();
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const response = await caller.send('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    await response.body?.cancel();
    const { data } = await caller.ask('runs', 'GET', `/threads/${thread.id}/runs`);
    left.open();
    if (!data[0]) throw new Error('no run');
    await caller.runIn(data[0], 'completed');
  });

  it('puts pieces that come close together into one event', async () => {
    const engine = stepEngine(async (play) => {
      for (let index = 0; index < 50; index += 1) play.say(`${index} `);
      play.finish();
    });
    const clock = new ManualClock();
    const { caller } = testServer({ engine, now: clock.now });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(names(events).filter((name) => name === 'message.delta').length).toBeLessThanOrEqual(2);
  });

  it('does not keep a slow piece waiting for the next', async () => {
    const more = gate();
    const engine = stepEngine(async (play) => {
      play.say('one');
      play.say(' two');
      await more.opened;
      play.finish();
    });
    const clock = new ManualClock();
    const { caller } = testServer({ engine, now: clock.now, setTimer: clock.setTimer });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await clock.advance(60);
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]?.content).toMatchObject([{ text: { value: 'one two' } }]);
    more.open();
    await caller.runIn(run, 'completed');
  });

  it('sees the conversation, the instructions and the settings', async () => {
    const engine = stepEngine(async (play) => play.finish());
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('first');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      additional_instructions: 'Be brief.',
      additional_messages: [{ role: 'user', content: 'second' }],
      temperature: 0.2,
      model: 'other-model',
    });
    await caller.runIn(run, 'completed');
    expect(engine.inputs[0]).toMatchObject({
      model: 'other-model',
      instructions: 'Be kind.\n\nBe brief.',
      messages: [
        { role: 'user', content: [{ text: { value: 'first' } }] },
        { content: [{ text: { value: 'second' } }] },
      ],
      settings: { temperature: 0.2 },
    });
  });

  it('reads the last messages only where the run says so', async () => {
    const engine = stepEngine(async (play) => play.finish());
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('one');
    for (const content of ['two', 'three']) {
      await caller.ask('message', 'POST', `/threads/${thread.id}/messages`, { role: 'user', content });
    }
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      truncation_strategy: { type: 'last_messages', last_messages: 2 },
    });
    await caller.runIn(run, 'completed');
    expect(engine.inputs[0]?.messages).toMatchObject([
      { content: [{ text: { value: 'two' } }] },
      { content: [{ text: { value: 'three' } }] },
    ]);
  });
});

describe('a tool round', () => {
  it('stops at requires_action with its step open, and ends the stream there', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('What is the weather in Oslo, in celsius?');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
      tools: [WEATHER],
    });
    expect(withoutRepeats(names(events))).toEqual([
      'run.created',
      'run.queued',
      'run.in_progress',
      'run.step.created',
      'run.step.in_progress',
      'run.step.delta',
      'run.requires_action',
    ]);
    const run = lastRun(events);
    expect(run.usage).toBeNull();
    expect(run.required_action?.submit_tool_outputs.tool_calls).toEqual([
      {
        id: expect.stringMatching(/^call_/),
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Oslo","unit":"celsius"}' },
      },
    ]);
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps`);
    expect(data).toMatchObject([{ type: 'tool_calls', status: 'in_progress', usage: null }]);
  });

  it('continues in a second stream, with the completion of the open step first', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: true });
    const events = await caller.stream(
      'POST',
      `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
      {
        ...outputsFor(run, '{"sky":"clear"}'),
        stream: true,
      },
    );
    expect(withoutRepeats(names(events))).toEqual([
      'run.step.completed',
      'run.queued',
      'run.in_progress',
      'run.step.created',
      'run.step.in_progress',
      'message.created',
      'message.in_progress',
      'message.delta',
      'message.completed',
      'run.step.completed',
      'run.completed',
    ]);
    expect(events[0]?.data).toMatchObject({
      status: 'completed',
      usage: { total_tokens: expect.any(Number) },
      step_details: { tool_calls: [{ function: { name: 'get_weather', output: '{"sky":"clear"}' } }] },
    });
    const answer = events.find(({ event }) => event === 'thread.message.completed')?.data;
    expect(JSON.stringify(answer)).toContain('clear');
  });

  it('adds up the usage of its steps', async () => {
    const { caller } = testServer({
      engine: stepEngine(
        async (play) => {
          play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
          play.finish('tool-calls');
        },
        async (play) => {
          play.say('Rain.');
          play.finish();
        },
      ),
    });
    const waiting = await startWeather(caller, { stream: false });
    const path = `/threads/${waiting.thread_id}/runs/${waiting.id}`;
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(waiting, 'wet'));
    const run = await caller.runIn(waiting, 'completed');
    expect(run.usage).toMatchObject({ prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps?order=asc`);
    expect(data.map(({ type, usage }) => [type, usage?.total_tokens])).toEqual([
      ['tool_calls', USAGE.total_tokens],
      ['message_creation', USAGE.total_tokens],
    ]);
  });

  it('shows the model its calls with their outputs, text and calls of one turn together', async () => {
    const engine = stepEngine(
      async (play) => {
        play.say('Let me look.');
        play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":' });
        play.emit({ type: 'tool-call', index: 0, arguments: '"Oslo"}' });
        play.finish('tool-calls');
      },
      async (play) => play.finish(),
    );
    const { caller } = testServer({ engine });
    const run = await startWeather(caller, { stream: false });
    await caller.ask(
      'run',
      'POST',
      `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
      outputsFor(run, 'wet'),
    );
    await caller.runIn(run, 'completed');
    const id = run.required_action?.submit_tool_outputs.tool_calls[0]?.id;
    expect(engine.inputs[1]?.messages.slice(1)).toEqual([
      {
        role: 'assistant',
        content: [{ type: 'text', text: { value: 'Let me look.', annotations: [] } }],
        toolCalls: [{ id, name: 'get_weather', arguments: '{"city":"Oslo"}' }],
      },
      { role: 'tool', toolCallId: id, output: 'wet' },
    ]);
  });

  it('refuses outputs that are missing, unknown or doubled, in the words clients look for', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    const id = run.required_action?.submit_tool_outputs.tool_calls[0]?.id ?? '';
    expect(await caller.refusal('POST', path, { tool_outputs: [] })).toMatchObject({
      status: 400,
      message: `Expected tool outputs for call_ids ['${id}'], got []`,
    });
    const output = { tool_call_id: id, output: 'x' };
    expect(await caller.refusal('POST', path, { tool_outputs: [output, output] })).toMatchObject({
      status: 400,
      message: `Expected tool outputs for call_ids ['${id}'], got ['${id}', '${id}']`,
    });
    expect((await caller.runIn(run, 'requires_action')).required_action).toEqual(run.required_action);
  });

  it('takes outputs once', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    const answers = await Promise.all([1, 2].map(() => caller.send('POST', path, outputsFor(run, 'wet'))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    await caller.runIn(run, 'completed');
    expect((await caller.refusal('POST', path, outputsFor(run, 'wet'))).message).toBe(
      'Runs in status "completed" do not accept tool outputs.',
    );
    const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
    expect(data.filter(({ role }) => role === 'assistant')).toHaveLength(1);
  });

  it('calls several tools in one step', async () => {
    const time = { type: 'function', function: { name: 'get_time' } };
    const { caller } = testServer();
    const thread = await caller.newThread('The weather and the time in Oslo, please');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER, time] };
    const run = await caller.runIn(
      await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body),
      'requires_action',
    );
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps`);
    expect(data).toHaveLength(1);
    expect(run.required_action?.submit_tool_outputs.tool_calls.map((call) => call.function.name)).toEqual([
      'get_weather',
      'get_time',
    ]);
  });
});

describe('the lock of a thread', () => {
  it('refuses messages and runs, in the words clients look for', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const thread = run.thread_id;
    expect(
      await caller.refusal('POST', `/threads/${thread}/messages`, { role: 'user', content: 'x' }),
    ).toEqual({
      status: 400,
      message: `Can't add messages to ${thread} while a run ${run.id} is active.`,
      type: 'invalid_request_error',
      param: null,
      code: null,
    });
    expect(
      (await caller.refusal('POST', `/threads/${thread}/runs`, { assistant_id: 'asst_demo' })).message,
    ).toBe(`Thread ${thread} already has an active run ${run.id}.`);
    expect(
      (await caller.refusal('POST', `/threads/${thread}/runs/${run.id}`, { metadata: {} })).message,
    ).toBe("Cannot update run with status 'requires_action'.");
  });

  it('opens with the end of the run', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hello');
    await caller.stream('POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo', stream: true });
    await caller.ask('message', 'POST', `/threads/${thread.id}/messages`, { role: 'user', content: 'again' });
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    const run = lastRun(events);
    const modified = await caller.ask('run', 'POST', `/threads/${thread.id}/runs/${run.id}`, {
      metadata: { a: 'b' },
    });
    expect(modified).toEqual({ ...run, metadata: { a: 'b' } });
  });
});

describe('cancelling', () => {
  it('stops the turn, keeps what was written and says that it was cut off', async () => {
    let aborted: AbortSignal | undefined;
    const begun = gate();
    const engine = stepEngine(async (play, _input, signal) => {
      aborted = signal;
      play.say('Once upon a');
      begun.open();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('a story');
    const path = `/threads/${thread.id}/runs`;
    const streaming = caller.stream('POST', path, { assistant_id: 'asst_demo', stream: true });
    await begun.opened;
    await caller.until(async () => {
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
    expect(withoutRepeats(names(events)).slice(-5)).toEqual([
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

  it('works while an engine hangs that does not listen', async () => {
    const engine = stepEngine(() => new Promise(() => {}));
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'in_progress');
    await caller.ask('run', 'POST', `/threads/${thread.id}/runs/${run.id}/cancel`);
    await caller.runIn(run, 'cancelled');
  });

  it('ends a run that waits for tool outputs, and its step', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}`;
    await caller.ask('run', 'POST', `${path}/cancel`);
    expect(await caller.runIn(run, 'cancelled')).toMatchObject({ required_action: null });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps`);
    expect(data).toMatchObject([{ status: 'cancelled', cancelled_at: expect.any(Number) }]);
    expect(
      (await caller.refusal('POST', `${path}/submit_tool_outputs`, outputsFor(run, 'late'))).message,
    ).toBe('Runs in status "cancelled" do not accept tool outputs.');
  });

  it('refuses a run that has ended', async () => {
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

describe('bad ends', () => {
  const script = (text: string) => scripted({ paceMs: 0, script: () => [{ type: 'text', part: 0, text }] });

  it('fails with the words of an EngineError, and keeps what was written', async () => {
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
    expect(names(events).slice(-3)).toEqual(['message.incomplete', 'run.step.failed', 'run.failed']);
    expect(lastRun(events)).toMatchObject({
      last_error: { code: 'rate_limit_exceeded', message: 'Too busy.' },
      failed_at: expect.any(Number),
      expires_at: null,
    });
    expect(events.at(-3)?.data).toMatchObject({ incomplete_details: { reason: 'run_failed' } });
    expect(faults).toEqual([]);
  });

  it('tells nobody but the server of an unforeseen fault', async () => {
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

  it('fails where an engine ends without finishing', async () => {
    const { caller } = testServer({ engine: script('…') });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(lastRun(events).last_error?.message).toBe('The model ended its answer without finishing it.');
  });

  it.each([
    ['length', 'max_tokens', 'max_completion_tokens'],
    ['content-filter', 'content_filter', 'content_filter'],
  ] as const)('is incomplete when the engine stops for %s', async (reason, ofMessage, ofRun) => {
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
    expect(names(events).slice(-3)).toEqual(['message.incomplete', 'run.step.completed', 'run.incomplete']);
    expect(events.at(-3)?.data).toMatchObject({ incomplete_details: { reason: ofMessage } });
    expect(lastRun(events)).toMatchObject({ incomplete_details: { reason: ofRun }, usage: USAGE });
  });

  it('counts a token budget over all turns of a run', async () => {
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

  it('expires ten minutes after its creation, tool waits included', async () => {
    const clock = new ManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const run = await startWeather(caller, { stream: false });
    expect(run.expires_at).toBe(run.created_at + 600);
    await clock.advance(595_000);
    expect((await caller.runIn(run, 'requires_action')).status).toBe('requires_action');
    await clock.advance(10_000);
    const path = `/threads/${run.thread_id}/runs/${run.id}`;
    expect(await caller.ask('run', 'GET', path)).toMatchObject({ status: 'expired', required_action: null });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps`);
    expect(data).toMatchObject([{ status: 'expired', expired_at: expect.any(Number) }]);
    expect(
      (await caller.refusal('POST', `${path}/submit_tool_outputs`, outputsFor(run, 'late'))).message,
    ).toBe('Runs in status "expired" do not accept tool outputs.');
    await caller.ask('message', 'POST', `/threads/${run.thread_id}/messages`, {
      role: 'user',
      content: 'free again',
    });
  });

  it('takes no outputs after the deadline, even before the sweep has come', async () => {
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

  it('ends a turn that writes past the deadline, with what it has written', async () => {
    const clock = new ManualClock();
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

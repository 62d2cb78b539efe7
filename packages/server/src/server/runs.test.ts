import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { lastRun, MESSAGE_WRITTEN, namesOf, RUN_STARTED, withoutRepeats } from '../testing/seen-events.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { startWeather } from '../testing/weather-run.ts';

describe('a run without tools', () => {
  it('a run streams its events in the order of the contract', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(withoutRepeats(namesOf(events))).toEqual([...RUN_STARTED, ...MESSAGE_WRITTEN, 'run.completed']);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('a stream starts with thread.created when the thread is created with the run', async () => {
    const { caller } = testServer();
    const events = await caller.stream('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'hello' }], metadata: { from: 'test' } },
    });
    expect(namesOf(events).slice(0, 2)).toEqual(['created', 'run.created']);
    expect(events[0]?.data).toMatchObject({ object: 'thread', metadata: { from: 'test' } });
  });

  it('deltas add up to the stored message', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('tell me about steps');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    const streamed = events
      .flatMap((event) => (event.event === 'thread.message.delta' ? (event.data.delta.content ?? []) : []))
      .map((part) => (part.type === 'text' ? (part.text?.value ?? '') : ''))
      .join('');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]).toMatchObject({
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'text', text: { value: streamed, annotations: [] } }],
    });
    expect(streamed).toContain('steps');
  });

  it('a run sets its times and its usage at the end', async () => {
    const clock = createManualClock();
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

  it('events are stored before they are sent', async () => {
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

  it('a run continues when its reader disconnects', async () => {
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

  it('pieces in quick succession are merged into one event', async () => {
    const engine = stepEngine(async (play) => {
      for (let index = 0; index < 50; index += 1) play.say(`${index} `);
      play.finish();
    });
    const clock = createManualClock();
    const { caller } = testServer({ engine, now: clock.now });
    const thread = await caller.newThread('hello');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    expect(namesOf(events).filter((name) => name === 'message.delta').length).toBeLessThanOrEqual(2);
  });

  it('a piece is not delayed until the next one', async () => {
    const more = gate();
    const engine = stepEngine(async (play) => {
      play.say('one');
      play.say(' two');
      await more.opened;
      play.finish();
    });
    const clock = createManualClock();
    const { caller } = testServer({ engine, now: clock.now, setTimer: clock.setTimer });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await clock.advance(60);
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages?limit=1`);
    expect(data[0]?.content).toMatchObject([{ text: { value: 'one two' } }]);
    more.open();
    await caller.runIn(run, 'completed');
  });

  it('conversation, instructions and settings are passed to the engine', async () => {
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

  it('the truncation strategy last_messages is respected', async () => {
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

describe("a thread's lock", () => {
  it('a locked thread refuses messages and runs with the messages that clients match', async () => {
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

  it('a locked thread protects only the message in progress from changes and deletion', async () => {
    const resumed = gate();
    const engine = stepEngine(async (play) => {
      play.say('Once');
      await resumed.opened;
      play.finish();
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('a story');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    const list = async () => (await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`)).data;
    await until(async () => (await list())[0]?.status === 'in_progress');
    const [response = '', question = ''] = (await list()).map(
      ({ id }) => `/threads/${thread.id}/messages/${id}`,
    );
    const metadata = { a: 'b' };
    expect(await caller.refusal('POST', response, { metadata })).toMatchObject({
      status: 400,
      message: "Cannot update message with status 'in_progress'.",
    });
    expect(await caller.refusal('DELETE', response)).toMatchObject({
      status: 400,
      message: "Cannot delete message with status 'in_progress'.",
    });
    expect(await caller.ask('message', 'POST', question, { metadata })).toMatchObject({ metadata });
    await caller.ask('deleted', 'DELETE', question);
    resumed.open();
    await caller.runIn(run, 'completed');
    expect(await caller.ask('message', 'POST', response, { metadata })).toMatchObject({ metadata });
    await caller.ask('deleted', 'DELETE', response);
    expect(await list()).toEqual([]);
  });

  it("a thread's lock is released when the run ends", async () => {
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

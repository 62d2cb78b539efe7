import type { RunObject } from '@threadkit/core/api';
import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { type Caller, parseFrames } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

async function waitingRun(caller: Caller): Promise<{ run: RunObject; path: string }> {
  const thread = await caller.newThread('weather in Oslo');
  const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
  const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body);
  return { run: await caller.runIn(run, 'requires_action'), path: `/threads/${thread.id}/runs/${run.id}` };
}

const submit = (caller: Caller, path: string, run: RunObject) =>
  caller.ask('run', 'POST', `${path}/submit_tool_outputs`, {
    tool_outputs: (run.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
      tool_call_id: id,
      output: 'wet',
    })),
  });

describe('GET …/events', () => {
  it('the event stream follows a run through requires_action to its end', async () => {
    const { caller } = testServer();
    const { run, path } = await waitingRun(caller);
    const following = caller.stream('GET', `${path}/events`);
    await settle();
    await submit(caller, path, run);
    const names = (await following).map(({ event }) => event);
    expect(names).toContain('thread.run.requires_action');
    expect(names.at(-1)).toBe('thread.run.completed');
  });

  it('the event stream sends exactly the remaining events after any number', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('tell me about tools');
    const live = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
    });
    const [created] = live;
    const runId = created && 'id' in created.data ? created.data.id : '';
    for (let after = 0; after <= live.length; after += 1) {
      const rest = await caller.stream('GET', `/threads/${thread.id}/runs/${runId}/events?after=${after}`);
      expect(rest).toEqual(live.slice(after));
    }
  });

  it('Last-Event-ID takes precedence over the after parameter', async () => {
    const { caller } = testServer();
    const { run, path } = await waitingRun(caller);
    await submit(caller, path, run);
    await caller.runIn(run, 'completed');
    const all = await caller.stream('GET', `${path}/events`);
    const rest = await caller.stream('GET', `${path}/events?after=1`, undefined, { 'last-event-id': '4' });
    expect(rest).toEqual(all.slice(4));
  });

  it('the event stream sends done immediately when no events remain', async () => {
    const { caller } = testServer();
    const { run, path } = await waitingRun(caller);
    await caller.ask('run', 'POST', `${path}/cancel`);
    await caller.runIn(run, 'cancelled');
    const all = await caller.stream('GET', `${path}/events`);
    expect(await caller.stream('GET', `${path}/events?after=${all.length}`)).toEqual([]);
  });

  it('several readers are served at once', async () => {
    const resumed = gate();
    const engine = stepEngine(async (play) => {
      play.say('Hello');
      await resumed.opened;
      play.say(' all');
      play.finish();
    });
    const { caller } = testServer({ engine });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    const readers = [1, 2, 3].map(() => caller.stream('GET', `/threads/${thread.id}/runs/${run.id}/events`));
    await settle();
    resumed.open();
    const [first, ...others] = await Promise.all(readers);
    for (const other of others) expect(other).toEqual(first);
  });

  it('a request for dropped events is refused with events_expired', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const { run, path } = await waitingRun(caller);
    await submit(caller, path, run);
    await caller.runIn(run, 'completed');
    await clock.advance(3_610_000);
    expect(await caller.refusal('GET', `${path}/events`)).toMatchObject({
      status: 404,
      code: 'events_expired',
    });
    expect(await caller.refusal('GET', `${path}/events?after=x`)).toMatchObject({
      status: 400,
      param: 'after',
    });
  });

  it('comments keep a quiet connection open', async () => {
    const clock = createManualClock();
    const engine = stepEngine(() => new Promise(() => {}));
    const { caller } = testServer({ engine, now: clock.now, setTimer: clock.setTimer });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    const response = await caller.send('GET', `/threads/${thread.id}/runs/${run.id}/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const reading = (async () => {
      while (!seen.includes(': keep-alive')) seen += (await reader?.read())?.value ?? '';
    })();
    await clock.advance(16_000);
    await reading;
    expect(seen).toContain(': keep-alive\n\n');
    await reader?.cancel();
  });

  it('a reader that disconnects leaves no timer and no listener', async () => {
    const clock = createManualClock();
    const { caller } = testServer({ now: clock.now, setTimer: clock.setTimer });
    const { path } = await waitingRun(caller);
    await settle();
    const before = clock.pendingTimers;
    const response = await caller.send('GET', `${path}/events`);
    const reader = response.body?.getReader();
    await reader?.read();
    await settle();
    await reader?.cancel();
    await settle();
    expect(clock.pendingTimers).toBe(before);
  });

  it.each(['POST', 'GET'])(
    'a %s stream ends with an error event when the thread is deleted',
    async (method) => {
      const clock = createManualClock();
      const started = gate();
      const engine = stepEngine(async (play, _input, signal) => {
        play.say('Hello');
        started.open();
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
      });
      const { caller, faults } = testServer({ engine, now: clock.now, setTimer: clock.setTimer });
      const thread = await caller.newThread('hello');
      const path = `/threads/${thread.id}/runs`;
      const post = await caller.send('POST', path, { assistant_id: 'asst_demo', stream: true });
      const { data } = await caller.ask('runs', 'GET', path);
      const get = await caller.send('GET', `${path}/${data[0]?.id}/events`);
      const text = (method === 'POST' ? post : get).text();
      await started.opened;
      await settle();
      await caller.ask('deleted', 'DELETE', `/threads/${thread.id}`);
      await clock.advance(1000);
      const frames = parseFrames(await text);
      expect(frames.at(-1)).toMatchObject({
        event: 'error',
        data: { error: { message: `No run found with id '${data[0]?.id}'.`, type: 'invalid_request_error' } },
      });
      expect(frames.filter(({ event }) => event === 'done')).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('a stream ends with an error event and without done when the server closes', async () => {
    const { caller, server } = testServer();
    const { path } = await waitingRun(caller);
    const response = await caller.send('GET', `${path}/events`);
    const reading = response.text();
    await settle();
    await server.close();
    const text = await reading;
    expect(text).toContain('event: error\ndata: {"error":{"message":"The server is closing.');
    expect(text).not.toContain('[DONE]');
  });
});

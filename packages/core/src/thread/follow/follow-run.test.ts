import { describe, expect, it } from 'vitest';
import type { RunObject, StreamEvent } from '../../api/index.ts';
import { listPage } from '../../api/list-page.ts';
import { createClient } from '../../client/create-client.ts';
import { reduceEvent } from '../../run/reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from '../../run/run-state.ts';
import { aCall, aMessage, aRun, aWaitingRun, fakeEnvironment } from '../../testing/index.ts';
import { followRun } from './follow-run.ts';

const STREAM = { headers: { 'content-type': 'text/event-stream', 'threadkit-capabilities': 'runEvents' } };
const DONE = 'event: done\ndata: [DONE]\n\n';
const running = aRun({ status: 'in_progress', started_at: 1_700_000_001 });
const completed = aRun({ status: 'completed', completed_at: 1_700_000_003 });
const page = (data: readonly object[]): Response => Response.json(listPage(data, false));
const frames = (...events: readonly StreamEvent[]): string =>
  events
    .map(({ event, data }, seq) => `id: ${seq + 1}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('');

const unnumbered = (...events: readonly StreamEvent[]): string =>
  frames(...events).replaceAll(/^id: .*\n/gm, '');

/** Follows `run_1` on a backend whose events route responds with `stream`. */
function follow(stream: string | (() => string), readRun: () => RunObject) {
  const environment = fakeEnvironment();
  const requests: string[] = [];
  const executed: string[] = [];
  const connections = new Set<string>();
  let state: RunState = reduceEvent(EMPTY_RUN_STATE, { event: 'snapshot', data: { run: running } });
  const client = createClient({
    baseURL: 'http://backend.test/v1',
    environment,
    capabilities: { runEvents: true },
    fetch: async (request) => {
      const path = new URL(request.url).pathname;
      requests.push(path.split('/').at(-1) ?? '');
      if (path.endsWith('/events'))
        return new Response(typeof stream === 'string' ? stream : stream(), STREAM);
      return path.endsWith('/steps') || path.endsWith('/messages') ? page([]) : Response.json(readRun());
    },
  });
  const stop = new AbortController();
  const ended = followRun(undefined, {
    client,
    environment,
    threadId: running.thread_id,
    runId: running.id,
    signal: stop.signal,
    read: () => state,
    dispatch: (input) => {
      state = reduceEvent(state, input);
    },
    setConnection: (connection) => connections.add(connection),
    onRequiresAction: ({ id }) => executed.push(id),
  });
  return { environment, requests, executed, connections, ended, stop, state: () => state };
}

it('a stream that ends with nothing new is requested again after a delay, and then the run is polled', async () => {
  let polls = 0;
  const following = follow(DONE, () => {
    polls += 1;
    return polls < 3 ? running : completed;
  });
  await following.environment.advance(3_000);
  expect(following.requests.filter((name) => name === 'events').length).toBeLessThanOrEqual(3);
  await following.environment.advance(30_000);
  await following.ended;
  expect(following.state().run?.status).toBe('completed');
  expect(following.requests.filter((name) => name === 'events')).toHaveLength(3);
  expect(following.connections).toContain('polling');
});

it('a stored event that cannot be read does not hide the run: the run is polled', async () => {
  const following = follow('id: 1\nevent: thread.message.delta\ndata: {broken\n\n', () => completed);
  await following.environment.advance(30_000);
  await following.ended;
  expect(following.state().run?.status).toBe('completed');
});

describe('a replay without event numbers', () => {
  const open = aMessage('', { status: 'in_progress', content: [], completed_at: null });
  const text = (value: string): StreamEvent => ({
    event: 'thread.message.delta',
    data: {
      id: open.id,
      object: 'thread.message.delta',
      delta: { content: [{ index: 0, type: 'text', text: { value } }] },
    },
  });
  const begun = unnumbered(
    { event: 'thread.run.queued', data: aRun() },
    { event: 'thread.run.in_progress', data: running },
    { event: 'thread.message.created', data: open },
    text('Two '),
  );

  it.each([
    ['breaks at an unreadable event', 'event: thread.message.delta\ndata: {broken\n\n'],
    ['ends early', DONE],
  ])('that %s repeats no text, and then the run is polled', async (_name, end) => {
    let polls = 0;
    const following = follow(begun + end, () => {
      polls += 1;
      return polls < 2 ? running : completed;
    });
    const texts = new Set<string>();
    for (let seconds = 0; seconds < 30; seconds += 1) {
      await following.environment.advance(1_000);
      texts.add(JSON.stringify(following.state().messages[0]?.content));
    }
    await following.ended;
    expect(following.state().run?.status).toBe('completed');
    expect([...texts]).toEqual([expect.stringContaining('"Two "')]);
    // The first brought the message, the others nothing.
    expect(following.requests.filter((name) => name === 'events')).toHaveLength(4);
    expect(following.connections).toContain('polling');
  });

  it('streams what begins after it, and takes the rest of what was known from the terminal object', async () => {
    const whole =
      begun +
      unnumbered(text('trains.'), { event: 'thread.message.completed', data: aMessage('Two trains.') });
    let streams = 0;
    const following = follow(
      () => {
        streams += 1;
        return streams === 1 ? begun : whole + unnumbered({ event: 'thread.run.completed', data: completed });
      },
      () => running,
    );
    await following.environment.advance(30_000);
    await following.ended;
    expect(following.state().messages).toEqual([aMessage('Two trains.')]);
    expect(streams).toBe(2);
  });
});

it('events of another run and of another thread are dropped', async () => {
  const foreign = { id: 'run_other', thread_id: 'thread_other' };
  const call = aCall({ name: 'wipe' });
  const stream = frames(
    { event: 'thread.run.requires_action', data: aWaitingRun([call], foreign) },
    {
      event: 'thread.message.completed',
      data: aMessage('Foreign words.', { id: 'msg_other', run_id: 'run_other', thread_id: 'thread_other' }),
    },
    { event: 'thread.run.completed', data: { ...completed, ...foreign } },
  );
  const following = follow(stream + DONE, () => completed);
  await following.environment.advance(100);
  expect(following.executed).toEqual([]);
  expect(following.state()).toMatchObject({ run: { status: 'in_progress' }, messages: [] });
  await following.environment.advance(30_000);
  await following.ended;
  expect(following.state().messages).toEqual([]);
});

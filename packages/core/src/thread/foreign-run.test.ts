import { expect, it } from 'vitest';
import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '../api/index.ts';
import { listPage } from '../api/list-page.ts';
import { createClient } from '../client/create-client.ts';
import {
  aCall,
  afterOutputsEvents,
  aMessage,
  aRun,
  aToolStep,
  aWaitingRun,
  fakeEnvironment,
  requiresActionEvents,
  responseEvents,
  settle,
} from '../testing/index.ts';
import { defineTool } from '../tools/define-tool.ts';
import { createThreadController } from './thread-controller.ts';

const CALL = aCall({ name: 'wipe', arguments: '{"path":"/notes"}' });
const FOREIGN = { thread_id: 'thread_other' };
const running = aRun({ status: 'in_progress', started_at: 1_700_000_001 });
const completed = aRun({ status: 'completed', completed_at: 1_700_000_003 });

interface Backend {
  readonly started?: readonly object[];
  readonly submitted?: readonly StreamEvent[];
  readonly runs?: () => readonly object[];
  readonly run?: () => object;
  readonly steps?: readonly RunStepObject[];
  readonly messages?: readonly MessageObject[];
  readonly cancelled?: RunObject;
}

const page = (data: readonly object[]): Response => Response.json(listPage(data, false));

/** A stream of the events whose connection ends without `done`. */
const stream = (events: readonly object[]): Response =>
  new Response(
    events
      .map((event) => event as StreamEvent)
      .map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      .join(''),
    { headers: { 'content-type': 'text/event-stream' } },
  );

/** The thread `thread_1` with the tool `wipe`, on a backend with the responses of `backend`. */
function createBench(backend: Backend) {
  const environment = fakeEnvironment();
  const executed: unknown[] = [];
  const requests: string[] = [];
  const client = createClient({
    baseURL: 'http://backend.test/v1',
    environment,
    maxRetries: 0,
    capabilities: { runEvents: false, idempotency: false },
    fetch: async ({ method, url }) => {
      const path = new URL(url).pathname.replace('/v1/threads/', '');
      requests.push(`${method} ${path}`);
      if (path.endsWith('/submit_tool_outputs')) return stream(backend.submitted ?? []);
      if (path.endsWith('/cancel')) return Response.json(backend.cancelled);
      if (path.endsWith('/steps')) return page(backend.steps ?? []);
      if (method === 'POST' && path.endsWith('/messages')) {
        const { created_at } = aRun();
        return Response.json(aMessage('Wipe', { id: 'msg_user', role: 'user', run_id: null, created_at }));
      }
      if (path.endsWith('/messages')) return page(backend.messages ?? []);
      if (path.endsWith('/runs')) {
        return method === 'POST' ? stream(backend.started ?? []) : page(backend.runs?.() ?? []);
      }
      return Response.json(backend.run?.() ?? completed);
    },
  });
  const controller = createThreadController({
    client,
    environment,
    threadId: 'thread_1',
    assistantId: 'asst_1',
  });
  const tool = defineTool({
    name: 'wipe',
    parameters: { type: 'object' },
    execute: (args) => {
      executed.push(args);
      return 'gone';
    },
  });
  controller.setTools(Symbol('test'), [tool]);
  controller.subscribe(() => {});
  return {
    controller,
    executed,
    requests,
    environment,
    send: () => controller.send('Wipe my notes', { runParams: { tools: [] } }),
    readContent: () => controller.getSnapshot().localMessages.flatMap(({ message }) => message.content),
  };
}

/** The same events, about a run of another thread. */
const elsewhere = (events: readonly StreamEvent[]): readonly object[] =>
  events.map(({ event, data }) => ({ event, data: { ...data, ...FOREIGN } }));

const REFUSED = { kind: 'stream', message: expect.stringContaining('another run') };

it.each([
  ['that requires a tool output', requiresActionEvents([CALL])],
  ['that responds', responseEvents('Foreign words.')],
])(
  'a run of another thread %s is rejected when it is the response to starting a run',
  async (_name, events) => {
    const { send, controller, executed, requests, readContent } = createBench({ started: elsewhere(events) });
    await expect(send()).resolves.toMatchObject({ status: 'failed', error: REFUSED });
    await settle();
    expect(executed).toEqual([]);
    expect(controller.getSnapshot()).toMatchObject({ run: undefined, error: REFUSED });
    expect(JSON.stringify(readContent())).not.toContain('Foreign');
    expect(requests.filter((request) => request.includes('thread_other'))).toEqual([]);
  },
);

it('after a refused start the thread’s own run is followed, and no second one is started', async () => {
  const { send, controller, requests } = createBench({
    started: elsewhere(responseEvents('Foreign words.')),
    runs: () => (requests.some((request) => request === 'POST thread_1/runs') ? [completed] : []),
    messages: [aMessage('Own words.')],
  });
  await expect(send()).resolves.toMatchObject({ status: 'running', threadId: 'thread_1', runId: 'run_1' });
  expect(controller.getSnapshot().run?.status).toBe('completed');
  expect(requests.filter((request) => request === 'POST thread_1/runs')).toHaveLength(1);
});

it('a run without a thread id counts for the requested thread, which gets its outputs', async () => {
  const bare = requiresActionEvents([CALL]).map(({ event, data }) => ({
    event,
    data: { ...data, thread_id: undefined },
  }));
  const { send, controller, executed, requests } = createBench({
    started: bare,
    run: () => ({ ...aWaitingRun([CALL]), thread_id: undefined }),
    submitted: afterOutputsEvents([CALL], ['gone'], 'Done.'),
  });
  await expect(send()).resolves.toMatchObject({ status: 'running', threadId: 'thread_1' });
  await settle();
  expect(executed).toEqual([{ path: '/notes' }]);
  expect(requests).toContain('POST thread_1/runs/run_1/submit_tool_outputs');
  expect(controller.getSnapshot().status).toBe('completed');
});

it.each([
  ['waits for outputs', aWaitingRun([CALL], FOREIGN)],
  ['is in progress', { ...running, ...FOREIGN }],
])('a listed run of another thread that %s is not followed', async (_name, foreign) => {
  const { controller, executed, requests } = createBench({ runs: () => [foreign] });
  await settle();
  expect(controller.getSnapshot()).toMatchObject({ run: undefined, error: null });
  expect(executed).toEqual([]);
  expect(requests).toEqual(['GET thread_1/runs']);
});

it('a listed run of another thread does not hide this thread’s run', async () => {
  const { controller, requests } = createBench({
    runs: () => [aWaitingRun([CALL], { ...FOREIGN, id: 'run_other' }), running],
    messages: [aMessage('Own words.')],
  });
  await settle();
  expect(controller.getSnapshot().run).toMatchObject({ id: 'run_1', status: 'completed' });
  expect(requests.filter((request) => request.includes('run_other'))).toEqual([]);
});

it('a listed run of another thread is not taken for the run whose response was lost', async () => {
  const { send, executed, requests } = createBench({
    runs: () =>
      requests.some((request) => request === 'POST thread_1/runs') ? [aWaitingRun([CALL], FOREIGN)] : [],
  });
  await expect(send()).resolves.toMatchObject({ status: 'failed', error: { kind: 'stream' } });
  await settle();
  expect(executed).toEqual([]);
});

it.each([
  ['a run of another thread', aWaitingRun([CALL], FOREIGN)],
  ['another run of the thread', aWaitingRun([CALL], { id: 'run_other' })],
  ['the end of another run', { ...completed, ...FOREIGN, id: 'run_other' }],
])('a poll whose response is %s is an error, and the run is polled again', async (_name, foreign) => {
  let response: object = foreign;
  const { send, controller, executed, environment } = createBench({
    started: responseEvents('Own words.').slice(0, 2),
    run: () => response,
    messages: [aMessage('Own words.')],
  });
  await send();
  await environment.advance(4_000);
  expect(executed).toEqual([]);
  expect(controller.getSnapshot()).toMatchObject({
    run: { id: 'run_1', thread_id: 'thread_1', status: 'queued' },
    connection: { state: 'reconnecting' },
  });
  response = completed;
  await environment.advance(60_000);
  expect(controller.getSnapshot().status).toBe('completed');
});

it('a poll ignores messages and steps of other runs', async () => {
  const { send, readContent, controller, environment } = createBench({
    started: responseEvents('Own words.').slice(0, 2),
    steps: [aToolStep([CALL], { id: 'step_other', run_id: 'run_other' }), aToolStep([], { id: 'step_own' })],
    messages: [
      aMessage('Asked before.', { id: 'msg_0', role: 'user', run_id: null }),
      aMessage('Earlier response.', { id: 'msg_2', run_id: 'run_0' }),
      aMessage('Said elsewhere.', { id: 'msg_3', ...FOREIGN }),
      aMessage('Own words.'),
    ],
  });
  await send();
  await environment.advance(10_000);
  expect(readContent().map((part) => part.type === 'text' && part.text.value)).toEqual([
    'Wipe',
    'Own words.',
  ]);
  expect(controller.getSnapshot().steps.map(({ id }) => id)).toEqual(['step_own']);
});

it('a cancel response with another run does not end this run', async () => {
  const { send, controller } = createBench({
    started: responseEvents('Own words.').slice(0, 2),
    run: () => running,
    cancelled: { ...completed, ...FOREIGN, id: 'run_other', status: 'cancelled' },
  });
  await send();
  void controller.cancel();
  await settle();
  expect(controller.getSnapshot()).toMatchObject({
    run: { id: 'run_1', status: 'queued' },
    error: REFUSED,
  });
});

import { expect, it } from 'vitest';
import type { StreamEvent } from '../api/index.ts';
import {
  aCall,
  afterOutputsEvents,
  aRun,
  aWaitingRun,
  fakeEnvironment,
  requiresActionEvents,
  type ScriptedStream,
  scriptedClient,
  settle,
} from '../testing/index.ts';
import { defineTool } from '../tools/define-tool.ts';
import { createControllerRegistry } from './controller-registry.ts';
import { createThreadController } from './thread-controller.ts';

const CALL = aCall({ name: 'wipe', arguments: '{"path":"/notes"}' });

const refusal = (code: string): StreamEvent => ({
  event: 'error',
  data: { message: 'The monthly quota is used up.', type: code, code, param: null },
});

/** A thread whose backend plays `streams`, with the tool `wipe`. */
function createBench(streams: readonly ScriptedStream[], { needsApproval = false } = {}) {
  const environment = fakeEnvironment();
  const client = scriptedClient(streams);
  const executed: unknown[] = [];
  const wipe = defineTool({
    name: 'wipe',
    parameters: { type: 'object' },
    needsApproval,
    execute: (args) => {
      executed.push(args);
      return 'gone';
    },
  });
  const thread = createThreadController({ client, assistantId: 'asst_1', environment });
  thread.setTools(Symbol('test'), [wipe]);
  const submits = (): number => client.calls.filter((name) => name === 'streamToolOutputs').length;
  return { environment, thread, executed, submits };
}

it.each<[string, readonly StreamEvent[]]>([
  ['an error event', [refusal('server_error')]],
  ['the same calls once more', [{ event: 'thread.run.requires_action', data: aWaitingRun([CALL]) }]],
])(
  'outputs whose response is %s are submitted again, and the tool is executed once',
  async (_name, response) => {
    const { environment, thread, executed, submits } = createBench([
      { events: requiresActionEvents([CALL]) },
      { events: response },
      { events: response },
      { events: response },
      { events: afterOutputsEvents([CALL], ['gone'], 'Done.') },
    ]);
    await thread.send('Wipe my notes', { runParams: { tools: [] } });
    await settle();
    for (let seconds = 0; seconds < 60 && thread.getSnapshot().status !== 'completed'; seconds += 1) {
      await environment.advance(1_000);
    }
    // The refusals are over, and so is their notice.
    expect(thread.getSnapshot()).toMatchObject({ status: 'completed', error: null });
    expect(executed).toEqual([{ path: '/notes' }]);
    expect(submits()).toBe(4);
    expect([...environment.storage.keys()].filter((key) => key.startsWith('call:'))).toEqual([]);
  },
);

const SECOND = aCall({ id: 'call_2', name: 'wipe', arguments: '{"path":"/drafts"}' });

it.each([
  ['in the order they had', [CALL, SECOND]],
  ['in another order', [SECOND, CALL]],
  ['without one of them', [SECOND]],
])(
  'outputs that were accepted are not submitted again when the stream asks for the calls %s',
  async (_name, calls) => {
    const response = afterOutputsEvents([CALL, SECOND], ['gone', 'gone'], 'Done.');
    const again: StreamEvent = { event: 'thread.run.requires_action', data: aWaitingRun(calls) };
    const { thread, executed, submits } = createBench([
      { events: requiresActionEvents([CALL, SECOND]) },
      { events: [...response.slice(0, 2), again, ...response.slice(2)] },
    ]);
    await thread.send('Wipe my notes', { runParams: { tools: [] } });
    await settle();
    expect(thread.getSnapshot()).toMatchObject({ status: 'completed', error: null });
    expect(executed).toEqual([{ path: '/notes' }, { path: '/drafts' }]);
    expect(submits()).toBe(1);
  },
);

it('outputs that were accepted are not submitted again while the stored run still asks for them', async () => {
  const response = afterOutputsEvents([CALL], ['gone'], 'Done.');
  const { environment, thread, executed, submits } = createBench([
    { events: requiresActionEvents([CALL]) },
    // The stream ends, and the stored objects are older than its events.
    { events: [...response.slice(0, 2), { event: 'thread.run.requires_action', data: aWaitingRun([CALL]) }] },
  ]);
  await thread.send('Wipe my notes', { runParams: { tools: [] } });
  await environment.advance(60_000);
  expect(executed).toHaveLength(1);
  expect(submits()).toBe(1);
});

it.each<[string, readonly StreamEvent[]]>([
  ['no event', []],
  ['events of another run', [{ event: 'thread.run.queued', data: aRun({ id: 'run_other' }) }]],
])('outputs whose response is %s are submitted again after a delay', async (_name, events) => {
  const { environment, thread, executed, submits } = createBench([
    { events: requiresActionEvents([CALL]) },
    { events },
    { events: afterOutputsEvents([CALL], ['gone'], 'Done.') },
  ]);
  await thread.send('Wipe my notes', { runParams: { tools: [] } });
  await settle();
  expect(submits()).toBe(1);
  await environment.advance(10_000);
  expect(thread.getSnapshot().status).toBe('completed');
  expect(executed).toHaveLength(1);
  expect(submits()).toBe(2);
});

it('a call that is approved after its deadline is not executed, and only its state reports it', async () => {
  const { environment, thread, executed } = createBench([{ events: requiresActionEvents([CALL]) }], {
    needsApproval: true,
  });
  await thread.send('Wipe my notes', { runParams: { tools: [] } });
  await settle();
  expect(thread.getSnapshot().toolCalls[0]).toMatchObject({ state: 'waiting', waitReason: 'approval' });
  environment.setOnline(false);
  await environment.advance(11 * 60_000);
  thread.approve(CALL.id);
  await settle();
  expect(executed).toEqual([]);
  const { toolCalls, error } = thread.getSnapshot();
  expect(toolCalls[0]).toMatchObject({ state: 'closed', reason: 'expired' });
  expect(error).toBeNull();
});

it.each([
  ['at its deadline', 0],
  ['a moment after its deadline', 1],
])(
  'a call that is approved %s while the page is offline is not executed, also where it is asked again',
  async (_when, late) => {
    const { environment, thread, executed } = createBench([{ events: requiresActionEvents([CALL]) }], {
      needsApproval: true,
    });
    await thread.send('Wipe my notes', { runParams: { tools: [] } });
    await settle();
    const call = thread.getSnapshot().toolCalls[0];
    if (call?.state !== 'waiting') throw new Error(call?.state);
    environment.setOnline(false);
    await environment.advance(call.expiresAt - environment.now() + late);
    thread.approve(CALL.id);
    thread.approve(CALL.id, { path: '/drafts' });
    await settle();
    expect(executed).toEqual([]);
    expect(thread.getSnapshot().toolCalls[0]).toMatchObject({ state: 'closed', reason: 'expired' });
  },
);

it('a call of an unknown tool gets the names of the known tools as its output', async () => {
  const invented = aCall({ id: 'call_2', name: 'wype', arguments: '{}' });
  const tools = [{ type: 'function' as const, function: { name: 'wipe' } }];
  const events = requiresActionEvents([CALL, invented]).map((event) =>
    event.event === 'thread.run.requires_action' ? { ...event, data: { ...event.data, tools } } : event,
  );
  const { thread, executed } = createBench([
    { events },
    { events: afterOutputsEvents([CALL, invented], ['gone', ''], 'Done.') },
  ]);
  await thread.send('Wipe my notes', { runParams: { tools } });
  await settle();
  expect(thread.getSnapshot().status).toBe('completed');
  expect(executed).toHaveLength(1);
  const [, second] = thread.getSnapshot().toolCalls;
  expect(JSON.stringify(second)).toContain('There is no tool named \\"wype\\". The tools are: wipe.');
});

it('arguments that were encoded twice reach the tool decoded', async () => {
  const twice = aCall({ name: 'wipe', arguments: JSON.stringify('{"path":"/notes"}') });
  const { thread, executed } = createBench([
    { events: requiresActionEvents([twice]) },
    { events: afterOutputsEvents([twice], ['gone'], 'Done.') },
  ]);
  await thread.send('Wipe my notes', { runParams: { tools: [] } });
  await settle();
  expect(executed).toEqual([{ path: '/notes' }]);
  expect(thread.getSnapshot().status).toBe('completed');
});

it.each([{ path: '/notes' }, 7, ['a']])(
  'arguments of %j from a custom client get an error output and no call that hangs',
  async (args) => {
    const call = aCall({ name: 'wipe' });
    const odd = { ...call, function: { ...call.function, arguments: args as unknown as string } };
    const { thread, executed, submits } = createBench([
      { events: requiresActionEvents([odd]) },
      { events: afterOutputsEvents([odd], ['no'], 'It did not work.') },
    ]);
    await thread.send('Wipe my notes', { runParams: { tools: [] } });
    await settle();
    expect(thread.getSnapshot().status).toBe('completed');
    expect(submits()).toBe(1);
    expect(executed).toEqual([]);
  },
);

it('signing out during a call leaves no journal behind', async () => {
  const environment = fakeEnvironment();
  const client = scriptedClient([{ events: requiresActionEvents([CALL]) }]);
  const registry = createControllerRegistry({ client, environment });
  const runParams = { tools: [] };
  const thread = registry.getNewChat('chat', false);
  let finish = (_output: string): void => {};
  const parameters = { type: 'object' } as const;
  const execute = (): Promise<string> => new Promise((resolve) => void (finish = resolve));
  thread.setTools(Symbol('test'), [defineTool({ name: 'wipe', parameters, execute })]);
  await thread.send('Wipe my notes', { assistantId: 'asst_1', runParams });
  await settle();
  const entries = (): string[] => [...environment.storage.keys()].filter((key) => key.startsWith('call:'));
  expect(entries()).toHaveLength(1);
  registry.reset();
  finish('gone');
  await settle();
  expect(entries()).toEqual([]);
});

it.each([
  ['insufficient_quota', 'rate-limited'],
  ['rate_limit_exceeded', 'rate-limited'],
  ['server_error', 'api'],
])('a run that begins with the error %s fails the send with the server’s message', async (code, kind) => {
  const { thread } = createBench([{ events: [refusal(code)] }]);
  const outcome = await thread.send('Hello', { runParams: { tools: [] } });
  expect(outcome).toMatchObject({
    status: 'failed',
    error: { kind, message: 'The monthly quota is used up.', body: { code } },
  });
  expect(thread.getSnapshot().localMessages[0]).toMatchObject({ phase: 'failed' });
});

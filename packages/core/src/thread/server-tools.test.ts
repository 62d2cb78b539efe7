import { expect, it } from 'vitest';
import { textOf, until, withServer } from '../../test/with-server.ts';
import { settle } from '../testing/index.ts';
import { defineTool } from '../tools/define-tool.ts';
import type { ToolCallState } from '../tools/tool-call.ts';

const PARAMETERS = {
  type: 'object',
  properties: { amount: { type: 'number' } },
  required: ['amount'],
} as const;

/** A server whose tool `refund` asks first, and a thread whose run waits for the decision. */
async function waitingRefund() {
  const executed: unknown[] = [];
  const refund = defineTool({
    name: 'refund',
    parameters: PARAMETERS,
    needsApproval: true,
    execute: (args) => {
      executed.push(args);
      return 'refunded';
    },
  });
  const bench = withServer({ tools: [refund] });
  const thread = bench.controller();
  await thread.send('Refund 7');
  await until(thread, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
  const call = (): ToolCallState | undefined => thread.getSnapshot().toolCalls[0];
  const isOver = () => until(thread, ({ status }) => status === 'completed');
  return { bench, thread, executed, call, isOver };
}

it("a tool of the server is shown with its output, without anything of the page's", async () => {
  const lookUp = defineTool({ name: 'look_up', parameters: { type: 'object' }, execute: () => 'found it' });
  const { controller, requests } = withServer({ tools: [lookUp] });
  const thread = controller();
  await thread.send('Please look it up');
  const { toolCalls, localMessages } = await until(thread, ({ status }) => status === 'completed');
  expect(toolCalls).toMatchObject([
    { name: 'look_up', executedBy: 'server', state: 'submitted', result: { ok: true, output: 'found it' } },
  ]);
  expect(requests.filter((request) => request.endsWith('submit_tool_outputs'))).toEqual([]);
  expect(textOf({ ...thread.getSnapshot(), localMessages }).at(-1)).toContain('found it');
});

it('a call of the server is running while the server executes it', async () => {
  let finish = (_output: string) => {};
  const slow = defineTool({
    name: 'slow_search',
    parameters: { type: 'object' },
    execute: () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  });
  const thread = withServer({ tools: [slow] }).controller();
  await thread.send('A slow search');
  await until(thread, ({ toolCalls }) => toolCalls[0]?.state === 'running');
  expect(thread.getSnapshot().status).toBe('in_progress');
  finish('found');
  await until(thread, ({ toolCalls }) => toolCalls[0]?.state === 'submitted');
});

it('a call of the server that asks first waits for an approval, and runs once it has it', async () => {
  const { call, executed, isOver } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  expect(waiting).toMatchObject({ waitReason: 'approval', executedBy: 'server', args: { amount: 7 } });
  waiting.approve();
  expect(call()).toMatchObject({ state: 'running' });
  await isOver();
  expect(executed).toEqual([{ amount: 7 }]);
  expect(call()).toMatchObject({ state: 'submitted', result: { ok: true, output: 'refunded' } });
});

it('the arguments of a call of the server can be edited', async () => {
  const { call, executed, isOver } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.approve({ amount: 8 });
  await isOver();
  expect(executed).toEqual([{ amount: 8 }]);
});

it('edited arguments that the server refuses are asked for again, with the reason', async () => {
  const { thread, call, executed, isOver } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.approve({ amount: 'eight' });
  await until(thread, ({ error, toolCalls }) => error !== undefined && toolCalls[0]?.state === 'waiting');
  expect(thread.getSnapshot().error?.message).toMatch(/arguments\.amount must be number/);
  const again = call();
  if (again?.state !== 'waiting') throw new Error('not waiting');
  expect(again).toMatchObject({ args: { amount: 'eight' }, error: thread.getSnapshot().error });
  again.approve({ amount: 9 });
  expect(thread.getSnapshot().error).toBeNull();
  await isOver();
  expect(executed).toEqual([{ amount: 9 }]);
});

it('refused arguments that are approved without another edit are refused again, not replaced by those of the model', async () => {
  const { thread, call, executed, isOver } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.approve({ amount: 'eight' });
  await until(thread, ({ error, toolCalls }) => error !== null && toolCalls[0]?.state === 'waiting');
  const { error: first } = thread.getSnapshot();
  const again = call();
  if (again?.state !== 'waiting') throw new Error('not waiting');
  again.approve();
  await until(thread, ({ error, toolCalls }) => toolCalls[0]?.state === 'waiting' && error !== first);
  expect(executed).toEqual([]);
  thread.reject(again.id);
  await isOver();
});

it('only the call whose arguments were refused is asked for again, and nothing is executed before', async () => {
  const executed: string[] = [];
  const asking = (name: string) =>
    defineTool({
      name,
      parameters: PARAMETERS,
      needsApproval: true,
      execute: ({ amount }) => {
        executed.push(`${name} ${amount}`);
        return 'done';
      },
    });
  const thread = withServer({ tools: [asking('refund'), asking('invoice')] }).controller();
  await thread.send('Refund 7 and invoice 7');
  const { toolCalls } = await until(thread, (snapshot) => snapshot.toolCalls[1]?.state === 'waiting');
  thread.approve(toolCalls[0]?.id ?? '');
  thread.approve(toolCalls[1]?.id ?? '', { amount: 'eight' });
  const refused = await until(thread, ({ error }) => error !== null);
  expect(refused.toolCalls).toMatchObject([
    { state: 'running' },
    { state: 'waiting', waitReason: 'approval', error: { status: 400 } },
  ]);
  expect(executed).toEqual([]);
  thread.approve(toolCalls[1]?.id ?? '', { amount: 8 });
  await until(thread, ({ status }) => status === 'completed');
  expect(executed.toSorted()).toEqual(
    [`${refused.toolCalls[1]?.name} 8`, `${refused.toolCalls[0]?.name} 7`].toSorted(),
  );
});

it('a rejected call of the server is not executed, and the model reads the reason', async () => {
  const { thread, call, executed, isOver } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.reject('Too much.');
  await isOver();
  expect(executed).toEqual([]);
  expect(call()).toMatchObject({
    result: { ok: false, error: 'The user declined this call: Too much.' },
  });
  expect(textOf(thread.getSnapshot()).at(-1)).toContain('Too much.');
});

it('an output cannot be added to a call of the server', async () => {
  const { thread, call, executed } = await waitingRefund();
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.addToolOutput('refunded 1,000,000');
  await settle();
  expect(thread.getSnapshot().error).toMatchObject({ kind: 'config' });
  expect(call()).toMatchObject({ state: 'waiting' });
  expect(executed).toEqual([]);
});

it('a decision that a reload interrupted is asked for again', async () => {
  const { bench, thread, call, executed } = await waitingRefund();
  let isLost = false;
  bench.intercept = async (request, next) => {
    if (!request.url.endsWith('submit_tool_outputs')) return next(request);
    isLost = true;
    return new Promise(() => {});
  };
  const waiting = call();
  if (waiting?.state !== 'waiting') throw new Error('not waiting');
  waiting.approve();
  await settle();
  expect(isLost).toBe(true);
  const { threadId } = thread.getSnapshot();
  thread.dispose();
  bench.intercept = undefined;
  const next = bench.controller({ threadId });
  const { toolCalls } = await until(next, ({ toolCalls: calls }) => calls[0]?.state === 'waiting');
  const [again] = toolCalls;
  if (again?.state !== 'waiting') throw new Error('not waiting');
  again.approve();
  await until(next, ({ status }) => status === 'completed');
  expect(executed).toEqual([{ amount: 7 }]);
});

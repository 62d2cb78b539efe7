import type { RunObject } from '@threadkit/core/api';
import { defineTool } from '@threadkit/core/tools';
import { describe, expect, it } from 'vitest';
import { lastRun } from '../testing/seen-events.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';

const KEY = { 'idempotency-key': 'approval-1' };
const APPROVE = JSON.stringify({ decision: 'approve' });

/** A run that waits for the approval of a refund, and the refunds that were made. */
async function waitingRefund() {
  const refunds: string[] = [];
  const paying = gate();
  const refund = defineTool({
    name: 'refund',
    parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    needsApproval: true,
    execute: async ({ id }) => {
      refunds.push(id);
      await paying.opened;
      return `refunded ${id}`;
    },
  });
  const engine = stepEngine(async (play, { messages }) => {
    const last = messages.at(-1);
    if (last?.role === 'tool') {
      play.say(last.output);
      return play.finish();
    }
    play.emit({ type: 'tool-call', index: 0, name: 'refund', arguments: '{"id":"7"}' });
    play.finish('tool-calls');
  });
  const { caller } = testServer({ tools: [refund], engine });
  const body = { assistant_id: 'asst_demo', thread: { messages: [{ role: 'user', content: 'Refund 7.' }] } };
  const started = await caller.ask('run', 'POST', '/threads/runs', body);
  const run = await caller.runIn(started, 'requires_action');
  const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
  return { caller, run, path, refunds, pay: () => paying.open(), body: outputsFor(run, APPROVE) };
}

describe('an approval with an Idempotency-Key', () => {
  it('an approval that is sent again while its tool is executed executes the tool once, and has the same response', async () => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    const first = await (await caller.send('POST', path, body, KEY)).text();
    const again = await caller.send('POST', path, body, KEY);
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(first);
    pay();
    await caller.runIn(run, 'completed');
    expect(refunds).toEqual(['7']);
  });

  it('an approval that is sent again after its run has ended has the same response', async () => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    pay();
    const first = await (await caller.send('POST', path, body, KEY)).json();
    await caller.runIn(run, 'completed');
    expect(await (await caller.send('POST', path, body, KEY)).json()).toEqual(first);
    expect(first).toMatchObject({ id: run.id, status: 'queued', required_action: null });
    expect(refunds).toEqual(['7']);
  });

  it('two approvals at the same time execute the tool once, and have the same response', async () => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    pay();
    const send = async () => (await (await caller.send('POST', path, body, KEY)).json()) as RunObject;
    const [one, two] = await Promise.all([send(), send()]);
    expect(two).toEqual(one);
    await caller.runIn(run, 'completed');
    expect(refunds).toEqual(['7']);
  });

  it('a streamed approval that is sent again has the same events', async () => {
    const { caller, path, refunds, pay, body } = await waitingRefund();
    pay();
    const first = await caller.stream('POST', path, { ...body, stream: true }, KEY);
    expect(lastRun(first).status).toBe('completed');
    expect(await caller.stream('POST', path, { ...body, stream: true }, KEY)).toEqual(first);
    expect(refunds).toEqual(['7']);
  });

  it.each([
    ['a decline', { decision: 'decline' }],
    ['other arguments', { decision: 'approve', arguments: { id: '8' } }],
  ])('%s with the key of an approval is refused', async (_what, decision) => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    await caller.send('POST', path, body, KEY);
    expect(await caller.refusal('POST', path, outputsFor(run, JSON.stringify(decision)), KEY)).toMatchObject({
      status: 400,
      code: 'idempotency_key_reused',
    });
    pay();
    await caller.runIn(run, 'completed');
    expect(refunds).toEqual(['7']);
  });

  it('an approval with another key is refused once the run does not wait any more', async () => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    await caller.send('POST', path, body, KEY);
    const other = { 'idempotency-key': 'approval-2' };
    expect(await caller.refusal('POST', path, body, other)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/do not accept tool outputs/),
    });
    pay();
    await caller.runIn(run, 'completed');
    expect(refunds).toEqual(['7']);
  });

  it('a refused approval does not use up its key', async () => {
    const { caller, run, path, refunds, pay, body } = await waitingRefund();
    pay();
    const wrong = outputsFor(run, JSON.stringify({ decision: 'approve', arguments: { id: 8 } }));
    expect(await caller.refusal('POST', path, wrong, KEY)).toMatchObject({ code: 'invalid_arguments' });
    expect((await caller.send('POST', path, body, KEY)).status).toBe(200);
    await caller.runIn(run, 'completed');
    expect(refunds).toEqual(['7']);
  });
});

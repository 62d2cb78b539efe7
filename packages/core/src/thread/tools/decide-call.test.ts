import { expect, it, vi } from 'vitest';
import { aRun } from '../../testing/index.ts';
import { defineTool } from '../../tools/define-tool.ts';
import { decideCall } from './decide-call.ts';

const call = {
  id: 'call_1',
  type: 'function',
  function: { name: 'wipe', arguments: '{"path":"/x"}' },
} as const;
const journal = { read: async () => undefined };

it('decideCall does not ask the tool about a call that was decided while the journal was read', async () => {
  const needsApproval = vi.fn<() => boolean>(() => false);
  const tool = defineTool({ name: 'wipe', parameters: { type: 'object' }, needsApproval });
  const decide = (isUndecided: boolean) =>
    decideCall(call, aRun(), { journal, findTool: () => tool }, () => isUndecided);
  expect(await decide(false)).toBeUndefined();
  expect(needsApproval).not.toHaveBeenCalled();
  expect(await decide(true)).toEqual({ input: { path: '/x' }, waitReason: 'output' });
});

it('decideCall keeps the arguments of a call that cannot be executed', async () => {
  const parameters = { type: 'object', properties: { path: { type: 'number' } } } as const;
  const tool = defineTool({ name: 'wipe', parameters, execute: () => 'done' });
  expect(await decideCall(call, aRun(), { journal, findTool: () => tool }, () => true)).toMatchObject({
    input: { path: '/x' },
    execution: { result: { ok: false } },
  });
});

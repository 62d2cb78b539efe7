import { RUN_STATUSES, type RunStatus } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { assistantObject } from '../routes/objects/assistant-object.ts';
import { runObject } from '../routes/objects/run-object.ts';
import { canTransition, type RunTransition, transitionRun } from './run-transitions.ts';

const LEGAL: Record<RunStatus, readonly RunStatus[]> = {
  queued: ['in_progress', 'cancelling', 'failed', 'expired'],
  in_progress: ['requires_action', 'cancelling', 'failed', 'completed', 'incomplete', 'expired'],
  requires_action: ['queued', 'cancelling', 'expired'],
  cancelling: ['cancelled', 'failed', 'completed', 'incomplete', 'expired'],
  cancelled: [],
  failed: [],
  completed: [],
  incomplete: [],
  expired: [],
};

const queued = runObject(
  assistantObject({ model: 'm' }, 'asst_1', 1),
  {},
  { id: 'run_1', threadId: 'thread_1', at: 100 },
);
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const action = { type: 'submit_tool_outputs' as const, submit_tool_outputs: { tool_calls: [] } };

describe('run transitions', () => {
  it.each(RUN_STATUSES.flatMap((from) => RUN_STATUSES.map((to) => [from, to] as const)))(
    'a transition from %s to %s is allowed only as in the contract',
    (from, to) => {
      expect(canTransition(from, to)).toBe(LEGAL[from].includes(to));
    },
  );

  it('a transition that is not allowed throws', () => {
    expect(() => transitionRun({ ...queued, status: 'completed' }, { to: 'queued' }, 1)).toThrow(
      'A run cannot go from completed to queued',
    );
  });

  it('a run keeps its deadline through a tool round, and resets its start', () => {
    const working = transitionRun(queued, { to: 'in_progress' }, 110);
    const waiting = transitionRun(working, { to: 'requires_action', action }, 120);
    const again = transitionRun(waiting, { to: 'queued' }, 130);
    expect(working).toMatchObject({ started_at: 110, expires_at: 700 });
    expect(waiting).toMatchObject({ started_at: 110, expires_at: 700, required_action: action, usage: null });
    expect(again).toMatchObject({ started_at: 110, expires_at: 700, required_action: null });
    expect(transitionRun(again, { to: 'in_progress' }, 140)).toMatchObject({
      started_at: 140,
      expires_at: 700,
    });
  });

  it.each<[RunStatus, RunTransition, object]>([
    ['in_progress', { to: 'completed', usage }, { completed_at: 200, usage }],
    [
      'in_progress',
      { to: 'incomplete', reason: 'content_filter', usage },
      { incomplete_details: { reason: 'content_filter' }, completed_at: null, usage },
    ],
    [
      'in_progress',
      { to: 'failed', error: { code: 'server_error', message: 'x' }, usage: null },
      { failed_at: 200, last_error: { code: 'server_error', message: 'x' }, usage: null },
    ],
    ['cancelling', { to: 'cancelled', usage: null }, { cancelled_at: 200 }],
    [
      'requires_action',
      { to: 'expired', usage: null },
      { completed_at: null, failed_at: null, cancelled_at: null },
    ],
  ])('a run ends from %s with %j', (from, transition, expected) => {
    expect(transitionRun({ ...queued, status: from }, transition, 200)).toMatchObject({
      ...expected,
      status: transition.to,
      expires_at: null,
      required_action: null,
    });
  });
});

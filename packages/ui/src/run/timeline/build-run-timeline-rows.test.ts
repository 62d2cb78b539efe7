import type { RunObject, RunStepObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aFunctionCall, aRun, aStep } from '../../../stories/wire-objects.ts';
import { buildRunTimelineRows } from './build-run-timeline-rows.ts';

const T0 = 1_795_000_000;
const done = aFunctionCall('query_metrics', {}, { points: 72 });
const open = aFunctionCall('roll_back', {}, null);
const response = { type: 'message_creation', message_creation: { message_id: 'msg_1' } } as const;

const step = (from: number, to: number | null, overrides: Partial<RunStepObject> = {}): RunStepObject =>
  aStep([done], {
    id: `step_${from}`,
    created_at: T0 + from,
    completed_at: to === null ? null : T0 + to,
    status: to === null ? 'in_progress' : 'completed',
    ...overrides,
  });
const live = (overrides: Partial<RunObject> = {}): RunObject =>
  aRun({ status: 'in_progress', completed_at: null, ...overrides });
const describeRows = (run: RunObject, steps: readonly RunStepObject[], nowMs = 0): readonly string[] =>
  buildRunTimelineRows(run, steps, nowMs).map(
    (row) => `${row.label} ${row.kind} ${row.startMs}–${row.endMs}`,
  );

test('buildRunTimelineRows returns the queue, the calls and the response in order', () => {
  const run = aRun({ started_at: T0 + 1, completed_at: T0 + 9 });
  expect(describeRows(run, [step(1, 3), step(3, 9, { step_details: response })])).toEqual([
    'queued queued 0–1000',
    'calls work 1000–3000',
    'response work 3000–9000',
  ]);
});

test('the queue ends at the first step if a tool round has changed `started_at`', () => {
  const run = aRun({ started_at: T0 + 8, completed_at: T0 + 9 });
  expect(describeRows(run, [step(2, 7)])[0]).toBe('queued queued 0–2000');
});

test('a run that started in its first second has no queue row', () => {
  expect(describeRows(aRun(), [step(0, 2)])).toEqual(['calls work 0–2000']);
});

test('a queued run is one row that ends at the current time', () => {
  const run = live({ status: 'queued', started_at: null });
  expect(describeRows(run, [], (T0 + 4) * 1000)).toEqual(['queued queued 0–4000']);
});

test('a step in progress ends at the current time', () => {
  expect(describeRows(live(), [step(0, 2), step(2, null)], (T0 + 5) * 1000 + 500)).toEqual([
    'calls work 0–2000',
    'calls live 2000–5500',
  ]);
});

test('a step with an open function call is waiting while the run requires action', () => {
  const run = live({ status: 'requires_action' });
  const waiting = aStep([open], { completed_at: null, status: 'in_progress' });
  expect(describeRows(run, [waiting], (T0 + 7) * 1000)).toEqual(['waiting waiting 0–7000']);
});

test('the option `waitedForApproval` marks a completed step as waiting', () => {
  const rows = buildRunTimelineRows(aRun(), [step(0, 6)], 0, {
    waitedForApproval: (call) => call.id === done.id,
  });
  expect(rows.map(({ kind, endMs }) => [kind, endMs])).toEqual([['waiting', 6000]]);
});

test('a completed step is failed if the output of its tool is an error', () => {
  const failed = aFunctionCall('post_status', {}, { error: 'The channel is archived.' });
  const steps = [
    aStep([failed]),
    step(2, null, { status: 'failed', failed_at: T0 + 3 }),
    step(3, null, { status: 'cancelled', cancelled_at: T0 + 4 }),
  ];
  expect(describeRows(aRun(), steps)).toEqual([
    'calls failed 0–2000',
    'calls failed 2000–3000',
    'calls work 3000–4000',
  ]);
});

test('an open step ends with its run, and no row ends before its start', () => {
  const crashed = aRun({ status: 'failed', failed_at: T0 + 6, completed_at: null });
  expect(describeRows(crashed, [step(2, null)])).toContain('calls work 2000–6000');
  expect(describeRows(aRun(), [step(5, 4)])).toContain('calls work 5000–5000');
});

test('an expired run ends with its last step', () => {
  const expired = aRun({ status: 'expired', completed_at: null });
  expect(describeRows(expired, [step(1, null, { status: 'expired', expired_at: T0 + 600 })])).toEqual([
    'calls work 1000–600000',
  ]);
});

test('reasoning is a row of its own', () => {
  const reasoning = { type: 'reasoning', reasoning: { text: '' } } as const;
  const steps = [step(0, 4, { step_details: reasoning }), step(4, null, { step_details: reasoning })];
  expect(describeRows(live(), steps, (T0 + 6) * 1000)).toEqual([
    'reasoning work 0–4000',
    'reasoning live 4000–6000',
  ]);
});

import type { RunObject, RunStepObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { aFunctionCall, aRun, aStep } from '../../../stories/wire-objects.ts';
import { timelineOf } from './timeline-of.ts';

const T0 = 1_795_000_000;
const done = aFunctionCall('query_metrics', {}, { points: 72 });
const open = aFunctionCall('roll_back', {}, null);
const answer = { type: 'message_creation', message_creation: { message_id: 'msg_1' } } as const;

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
const told = (run: RunObject, steps: readonly RunStepObject[], nowMs = 0): readonly string[] =>
  timelineOf(run, steps, nowMs).map((row) => `${row.label} ${row.kind} ${row.startMs}–${row.endMs}`);

test('a run is its queue, its calls and its answer, one after the other', () => {
  const run = aRun({ started_at: T0 + 1, completed_at: T0 + 9 });
  expect(told(run, [step(1, 3), step(3, 9, { step_details: answer })])).toEqual([
    'queued queued 0–1000',
    'calls work 1000–3000',
    'answer work 3000–9000',
  ]);
});

test('the queue ends with the first step where a tool round has set `started_at` anew', () => {
  const run = aRun({ started_at: T0 + 8, completed_at: T0 + 9 });
  expect(told(run, [step(2, 7)])[0]).toBe('queued queued 0–2000');
});

test('a run that began at once has no queue', () => {
  expect(told(aRun(), [step(0, 2)])).toEqual(['calls work 0–2000']);
});

test('a run that still waits to start is one row that grows', () => {
  const run = live({ status: 'queued', started_at: null });
  expect(told(run, [], (T0 + 4) * 1000)).toEqual(['queued queued 0–4000']);
});

test('what runs has its end at now', () => {
  expect(told(live(), [step(0, 2), step(2, null)], (T0 + 5) * 1000 + 500)).toEqual([
    'calls work 0–2000',
    'calls live 2000–5500',
  ]);
});

test('what a person is asked about waits', () => {
  const run = live({ status: 'requires_action' });
  const asked = aStep([open], { completed_at: null, status: 'in_progress' });
  expect(told(run, [asked], (T0 + 7) * 1000)).toEqual(['waiting waiting 0–7000']);
});

test('the page that asked tells it also afterwards', () => {
  const rows = timelineOf(aRun(), [step(0, 6)], 0, { asked: (call) => call.id === done.id });
  expect(rows.map(({ kind, endMs }) => [kind, endMs])).toEqual([['waiting', 6000]]);
});

test('a tool that told the model an error has failed, though its step is completed', () => {
  const failed = aFunctionCall('post_status', {}, { error: 'The channel is archived.' });
  const steps = [
    aStep([failed]),
    step(2, null, { status: 'failed', failed_at: T0 + 3 }),
    step(3, null, { status: 'cancelled', cancelled_at: T0 + 4 }),
  ];
  expect(told(aRun(), steps)).toEqual([
    'calls failed 0–2000',
    'calls failed 2000–3000',
    'calls work 3000–4000',
  ]);
});

test('what was left open ends with the run, and nothing is drawn backwards', () => {
  const crashed = aRun({ status: 'failed', failed_at: T0 + 6, completed_at: null });
  expect(told(crashed, [step(2, null)])).toContain('calls work 2000–6000');
  expect(told(aRun(), [step(5, 4)])).toContain('calls work 5000–5000');
});

test('an expired run, which has no time of its end, ends with its last step', () => {
  const expired = aRun({ status: 'expired', completed_at: null });
  expect(told(expired, [step(1, null, { status: 'expired', expired_at: T0 + 600 })])).toEqual([
    'calls work 1000–600000',
  ]);
});

import type { RunItem } from '@threadkit/react';
import { expect, test } from 'vitest';
import { aFunctionCall, aStep } from '../../../stories/wire-objects.ts';
import { countCalls, groupItems, workDurationMs } from './run-metrics.ts';

const item = (stepId: string): RunItem => ({ kind: 'step', key: stepId, stepId });
const message = (key: string): RunItem => ({ kind: 'message', key, stepId: undefined });

test('groupItems groups consecutive steps and starts a new group after a message', () => {
  expect(groupItems([item('a'), item('b'), message('m'), item('c')])).toEqual([
    { kind: 'steps', key: 'a', stepIds: ['a', 'b'] },
    { kind: 'message', key: 'm' },
    { kind: 'steps', key: 'c', stepIds: ['c'] },
  ]);
});

test('groupItems returns no groups for no items', () => {
  expect(groupItems([])).toEqual([]);
});

test('countCalls counts each tool call of a step and no messages', () => {
  const two = aStep([aFunctionCall('a', {}, 'x'), aFunctionCall('b', {}, 'y')]);
  const created = aStep([], {
    type: 'message_creation',
    step_details: { type: 'message_creation', message_creation: { message_id: 'msg_1' } },
  });
  expect(countCalls([two, created])).toBe(2);
});

const step = (created_at: number, ended: Partial<Parameters<typeof aStep>[1]>) =>
  aStep([], { created_at, completed_at: null, ...ended });

test('workDurationMs is the time from the first start to the last end, for every kind of end', () => {
  expect(workDurationMs([step(100, { completed_at: 104 }), step(104, { failed_at: 109 })])).toBe(9000);
  expect(workDurationMs([step(100, { completed_at: 104 }), step(104, { expired_at: 110 })])).toBe(10_000);
});

test('workDurationMs is 0 for steps that have not ended', () => {
  expect(workDurationMs([step(100, {})])).toBe(0);
  expect(workDurationMs([])).toBe(0);
});

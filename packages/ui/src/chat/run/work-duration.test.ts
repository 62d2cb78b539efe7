import { expect, test } from 'vitest';
import { aStep } from '../../../stories/wire-objects.ts';
import { workDurationMs } from './work-duration.ts';

const step = (created_at: number, ended: Partial<Parameters<typeof aStep>[1]>) =>
  aStep([], { created_at, completed_at: null, ...ended });

test('the work of several steps goes from the first start to the last end, however each ended', () => {
  expect(workDurationMs([step(100, { completed_at: 104 }), step(104, { failed_at: 109 })])).toBe(9000);
});

test('steps that have not ended took no time yet', () => {
  expect(workDurationMs([step(100, {})])).toBe(0);
  expect(workDurationMs([])).toBe(0);
});

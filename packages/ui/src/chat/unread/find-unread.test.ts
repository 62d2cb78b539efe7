import type { TimelineRow } from '@threadkit/core';
import { expect, test } from 'vitest';
import { findNew, leavingFrom, NOTHING_NEW } from './find-unread.ts';

const message = (key: string): TimelineRow => ({ kind: 'message', key });
const run = (key: string): TimelineRow => ({ kind: 'run', key, runId: key });
const always = (): boolean => true;
const never = (): boolean => false;
const isRun = ({ kind }: TimelineRow): boolean => kind === 'run';

const before = [message('q1'), run('r1')];

test('what came after the last row that was seen is new, the person’s own messages are not', () => {
  const leaving = leavingFrom(before, always);
  const rows = [...before, message('q2'), run('r2'), message('q3'), run('r3')];
  expect(findNew(rows, leaving, always, isRun)).toEqual({ firstKey: 'r2', count: 2 });
});

test('nothing is new where nothing came', () => {
  expect(findNew(before, leavingFrom(before, always), always, isRun)).toBe(NOTHING_NEW);
  expect(findNew([...before, message('q2')], leavingFrom(before, always), always, isRun)).toBe(NOTHING_NEW);
});

test('a run that had said nothing is new once it says something', () => {
  const leaving = leavingFrom(before, never);
  expect(findNew(before, leaving, never, isRun)).toBe(NOTHING_NEW);
  expect(findNew(before, leaving, always, isRun)).toEqual({ firstKey: 'r1', count: 1 });
});

test('another thread, or one that is read for the first time, has nothing new', () => {
  expect(findNew([message('x'), run('y')], leavingFrom(before, always), always, isRun)).toBe(NOTHING_NEW);
  expect(findNew(before, leavingFrom([], always), always, isRun)).toBe(NOTHING_NEW);
});

test('older rows that come in above change nothing', () => {
  const leaving = leavingFrom(before, always);
  expect(findNew([message('q0'), ...before, run('r2')], leaving, always, isRun)).toEqual({
    firstKey: 'r2',
    count: 1,
  });
});

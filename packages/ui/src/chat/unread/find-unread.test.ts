import type { TimelineRow } from '@threadkit/core';
import { expect, test } from 'vitest';
import { findUnread, NOTHING_UNREAD, readPositionOf } from './find-unread.ts';

const message = (key: string): TimelineRow => ({ kind: 'message', key });
const run = (key: string): TimelineRow => ({ kind: 'run', key, runId: key });
const always = (): boolean => true;
const never = (): boolean => false;
const isRun = ({ kind }: TimelineRow): boolean => kind === 'run';

const before = [message('q1'), run('r1')];

test('what came after the last row that was seen is new, the person’s own messages are not', () => {
  const leaving = readPositionOf(before, always);
  const rows = [...before, message('q2'), run('r2'), message('q3'), run('r3')];
  expect(findUnread(rows, leaving, always, isRun)).toEqual({ firstKey: 'r2', count: 2 });
});

test('nothing is new where nothing came', () => {
  expect(findUnread(before, readPositionOf(before, always), always, isRun)).toBe(NOTHING_UNREAD);
  expect(findUnread([...before, message('q2')], readPositionOf(before, always), always, isRun)).toBe(
    NOTHING_UNREAD,
  );
});

test('a run that had said nothing is new once it says something', () => {
  const leaving = readPositionOf(before, never);
  expect(findUnread(before, leaving, never, isRun)).toBe(NOTHING_UNREAD);
  expect(findUnread(before, leaving, always, isRun)).toEqual({ firstKey: 'r1', count: 1 });
});

test('another thread, or one that is read for the first time, has nothing new', () => {
  expect(findUnread([message('x'), run('y')], readPositionOf(before, always), always, isRun)).toBe(
    NOTHING_UNREAD,
  );
  expect(findUnread(before, readPositionOf([], always), always, isRun)).toBe(NOTHING_UNREAD);
});

test('older rows that come in above change nothing', () => {
  const leaving = readPositionOf(before, always);
  expect(findUnread([message('q0'), ...before, run('r2')], leaving, always, isRun)).toEqual({
    firstKey: 'r2',
    count: 1,
  });
});

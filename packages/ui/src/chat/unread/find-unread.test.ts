import type { TimelineRow } from '@threadkit/core';
import { expect, test } from 'vitest';
import { findUnread, getReadPosition, NOTHING_UNREAD } from './find-unread.ts';

const message = (key: string): TimelineRow => ({ kind: 'message', key });
const run = (key: string): TimelineRow => ({ kind: 'run', key, runId: key });
const always = (): boolean => true;
const never = (): boolean => false;
const isRun = ({ kind }: TimelineRow): boolean => kind === 'run';

const before = [message('q1'), run('r1')];

test('findUnread counts responses after the last seen row, and no messages of the user', () => {
  const readPosition = getReadPosition(before, always);
  const rows = [...before, message('q2'), run('r2'), message('q3'), run('r3')];
  expect(findUnread(rows, readPosition, always, isRun)).toEqual({ firstKey: 'r2', count: 2 });
});

test('findUnread finds nothing if no row was added', () => {
  expect(findUnread(before, getReadPosition(before, always), always, isRun)).toBe(NOTHING_UNREAD);
  expect(findUnread([...before, message('q2')], getReadPosition(before, always), always, isRun)).toBe(
    NOTHING_UNREAD,
  );
});

test('findUnread counts the last seen run once it has a message', () => {
  const readPosition = getReadPosition(before, never);
  expect(findUnread(before, readPosition, never, isRun)).toBe(NOTHING_UNREAD);
  expect(findUnread(before, readPosition, always, isRun)).toEqual({ firstKey: 'r1', count: 1 });
});

test('findUnread finds nothing in another thread or in a thread that has just loaded', () => {
  expect(findUnread([message('x'), run('y')], getReadPosition(before, always), always, isRun)).toBe(
    NOTHING_UNREAD,
  );
  expect(findUnread(before, getReadPosition([], always), always, isRun)).toBe(NOTHING_UNREAD);
});

test('findUnread ignores older rows that were added above', () => {
  const readPosition = getReadPosition(before, always);
  expect(findUnread([message('q0'), ...before, run('r2')], readPosition, always, isRun)).toEqual({
    firstKey: 'r2',
    count: 1,
  });
});

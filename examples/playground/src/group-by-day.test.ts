import type { ThreadObject } from '@threadkit/core';
import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

const noon = new Date(2026, 10, 24, 12).getTime();
const hour = 3_600_000;

const madeAt = (id: string, time: number): ThreadObject => ({
  id,
  object: 'thread',
  created_at: Math.floor(time / 1000),
  metadata: {},
  tool_resources: null,
});

const days = (...threads: ThreadObject[]) =>
  groupByDay(threads, noon).map((group) => [group.day, group.threads.map(({ id }) => id)]);

test('threads stand under the day they were made, in their order', () => {
  const threads = [
    madeAt('now', noon),
    madeAt('midnight', noon - 12 * hour),
    madeAt('last evening', noon - 13 * hour),
    madeAt('long ago', noon - 100 * hour),
  ];
  expect(days(...threads)).toEqual([
    ['Today', ['now', 'midnight']],
    ['Yesterday', ['last evening']],
    ['Earlier', ['long ago']],
  ]);
});

test('a day without threads is left out', () => {
  expect(days(madeAt('a', noon - 100 * hour))).toEqual([['Earlier', ['a']]]);
  expect(days()).toEqual([]);
});

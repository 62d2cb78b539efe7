import type { Metadata, ThreadObject } from '@threadkit/core';
import { describe, expect, test } from 'vitest';
import { groupByDay, nameDay } from './group-by-day.ts';
import { VISITED_ON } from './last-visit.ts';

// A Wednesday.
const noon = new Date(2026, 10, 25, 12).getTime();
const hour = 3_600_000;
const strings = { languageTag: 'en', today: 'Today', yesterday: 'Yesterday' };

const madeAt = (id: string, time: number, metadata: Metadata = {}): ThreadObject => ({
  id,
  object: 'thread',
  created_at: Math.floor(time / 1000),
  metadata,
  tool_resources: null,
});

const days = (...threads: ThreadObject[]) =>
  groupByDay(threads, noon).map(({ day, threads: ofDay }) => [
    nameDay(day ?? '', noon, strings),
    ofDay.map(({ id }) => id),
  ]);

describe('groupByDay', () => {
  test('groupByDay puts all threads into one group without a day while the reader’s time is unknown', () => {
    const threads = [madeAt('new', noon), madeAt('old', noon - 48 * hour)];
    expect(groupByDay(threads, 0)).toEqual([{ day: undefined, threads }]);
    expect(groupByDay([], 0)).toEqual([]);
  });

  test('groupByDay groups a thread that was never reopened by the day of its creation', () => {
    expect(
      days(
        madeAt('now', noon),
        madeAt('midnight', noon - 12 * hour),
        madeAt('last evening', noon - 13 * hour),
        madeAt('monday', noon - 48 * hour),
      ),
    ).toEqual([
      ['Today', ['now', 'midnight']],
      ['Yesterday', ['last evening']],
      ['Monday', ['monday']],
    ]);
  });

  test('groupByDay groups a reopened thread by the day of the last visit', () => {
    const old = noon - 1000 * hour;
    expect(
      days(
        madeAt('new', noon),
        madeAt('old', old, { [VISITED_ON]: '2026-11-24' }),
        madeAt('older', old, { [VISITED_ON]: '2026-11-25' }),
      ),
    ).toEqual([
      ['Today', ['new', 'older']],
      ['Yesterday', ['old']],
    ]);
  });

  test('groupByDay treats a visit dated tomorrow by another time zone as today', () => {
    expect(days(madeAt('ahead', noon - 99 * hour, { [VISITED_ON]: '2026-11-26' }))).toEqual([
      ['Today', ['ahead']],
    ]);
  });

  test('groupByDay ignores a metadata value that is not a day', () => {
    expect(days(madeAt('odd', noon, { [VISITED_ON]: 'yesterday' }))).toEqual([['Today', ['odd']]]);
  });

  test('groupByDay returns no groups for no threads', () => {
    expect(days()).toEqual([]);
  });
});

describe('nameDay', () => {
  test.each([
    ['2026-11-25', 'Today'],
    ['2026-11-24', 'Yesterday'],
    ['2026-11-23', 'Monday'],
    ['2026-11-19', 'Thursday'],
    ['2026-11-18', 'November 18'],
    ['2025-12-31', 'December 31, 2025'],
  ])('%s is named %s', (day, name) => {
    expect(nameDay(day ?? '', noon, strings)).toBe(name);
  });

  test('nameDay uses the day names of the language', () => {
    expect(nameDay('2026-11-23', noon, { ...strings, languageTag: 'de' })).toBe('Montag');
    expect(nameDay('2026-11-12', noon, { ...strings, languageTag: 'de' })).toBe('12. November');
  });
});

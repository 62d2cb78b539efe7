import type { ThreadObject } from '@threadkit/core';
import { lastVisit, toDay } from './last-visit.ts';

/** The language tag, and the strings that name a day. */
export interface DayWords {
  readonly languageTag: string;
  readonly today: string;
  readonly yesterday: string;
}

export interface ThreadsOfDay {
  /** `2026-11-25` in the reader's calendar; undefined while the reader's time is unknown. */
  readonly day: string | undefined;
  readonly threads: readonly ThreadObject[];
}

/**
 * Groups threads by the day of the last visit, latest day first. Threads of one day keep their order.
 *
 * @param now - the reader's time in Unix milliseconds. 0 during server rendering and hydration, when the reader's
 *   calendar is unknown: all threads are then in one group without a day.
 */
export function groupByDay(threads: readonly ThreadObject[], now: number): readonly ThreadsOfDay[] {
  if (now === 0) return threads.length === 0 ? [] : [{ day: undefined, threads }];
  const today = toDay(now);
  const days = new Map<string, ThreadObject[]>();
  for (const thread of threads) {
    const day = lastVisit(thread, today);
    const others = days.get(day);
    if (others) others.push(thread);
    else days.set(day, [thread]);
  }
  return [...days]
    .map(([day, ofDay]) => ({ day, threads: ofDay }))
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
}

/** "Today", "Yesterday", the weekday within a week, else the date, with its year unless it is the current one. */
export function nameDay(day: string, now: number, strings: DayWords): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const noon = new Date(year, month - 1, date, 12);
  const today = new Date(now).setHours(12, 0, 0, 0);
  // Rounded: a day with a clock change has 23 or 25 hours.
  const daysAgo = Math.round((today - noon.getTime()) / 86_400_000);
  if (daysAgo <= 0) return strings.today;
  if (daysAgo === 1) return strings.yesterday;
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(strings.languageTag, options).format(noon);
  if (daysAgo < 7) return format({ weekday: 'long' });
  const isThisYear = year === new Date(now).getFullYear();
  return format({ month: 'long', day: 'numeric', ...(isThisYear ? {} : { year: 'numeric' }) });
}

import type { ThreadObject } from '@threadkit/core';

export interface ThreadsOfDay {
  readonly day: 'Today' | 'Yesterday' | 'Earlier';
  readonly threads: readonly ThreadObject[];
}

/**
 * Threads under the day they were made, by the reader's calendar. Keeps their order and leaves out empty days.
 *
 * @param now - Unix milliseconds
 */
export function groupByDay(threads: readonly ThreadObject[], now: number): ThreadsOfDay[] {
  const today = startOfDay(now);
  // Not minus 24 hours: a day with a clock change has 23 or 25.
  const yesterday = startOfDay(today - 1);
  const dayOf = ({ created_at }: ThreadObject): ThreadsOfDay['day'] => {
    if (created_at * 1000 >= today) return 'Today';
    return created_at * 1000 >= yesterday ? 'Yesterday' : 'Earlier';
  };
  return (['Today', 'Yesterday', 'Earlier'] as const)
    .map((day) => ({ day, threads: threads.filter((thread) => dayOf(thread) === day) }))
    .filter((group) => group.threads.length > 0);
}

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

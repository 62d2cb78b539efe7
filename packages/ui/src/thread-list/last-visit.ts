import type { ThreadObject } from '@threadkit/core';

/**
 * The metadata key under which a thread keeps the day it was last opened, as `2026-11-25` by the calendar of who
 * opened it.
 *
 * With the thread and not in this browser's storage, so that a second device groups the same. A day and not a
 * moment, because that is all the list shows: however often a thread is looked at, it is written once a day, and
 * not at all on the day it was made.
 */
export const VISITED_ON = 'tk_visited_on';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The reader's calendar day of a moment, as `2026-11-25`: sorts as text. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const pad = (part: number, length: number): string => String(part).padStart(length, '0');
  return [pad(date.getFullYear(), 4), pad(date.getMonth() + 1, 2), pad(date.getDate(), 2)].join('-');
}

/** The day a thread was last opened, or made where that is later. Never after `today`: another device's calendar may be ahead. */
export function lastVisit({ created_at, metadata }: ThreadObject, today: string): string {
  const made = dayOf(created_at * 1000);
  const opened = metadata?.[VISITED_ON] ?? '';
  const last = DAY.test(opened) && opened > made ? opened : made;
  return last > today ? today : last;
}

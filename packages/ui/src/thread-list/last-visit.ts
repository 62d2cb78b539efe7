'use client';

import type { ThreadObject } from '@threadkit/core';
import { useModifyThreadMetadata } from '@threadkit/react';
import { useEffect } from 'react';

/**
 * Metadata key with the day on which a thread was last opened, as `2026-11-25` in the reader's calendar.
 *
 * Stored with the thread, not in the browser, so that all devices group alike. A day, not a time, so that it is
 * written at most once a day, and not at all on the day of creation.
 */
export const VISITED_ON = 'tk_visited_on';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day of a time in Unix milliseconds, as `2026-11-25` in the reader's calendar. Sorts as text. */
export function toDay(time: number): string {
  const date = new Date(time);
  const pad = (part: number, length: number): string => String(part).padStart(length, '0');
  return [pad(date.getFullYear(), 4), pad(date.getMonth() + 1, 2), pad(date.getDate(), 2)].join('-');
}

/**
 * The later of the days on which a thread was created and last opened. At most `today`: another device's calendar may be
 * ahead.
 */
export function lastVisit({ created_at, metadata }: ThreadObject, today: string): string {
  const createdOn = toDay(created_at * 1000);
  const opened = metadata?.[VISITED_ON] ?? '';
  const last = DAY.test(opened) && opened > createdOn ? opened : createdOn;
  return last > today ? today : last;
}

/**
 * Stores today as the last visit of the open thread, once per day. After a failure the thread stays in the group of its
 * previous day.
 */
export function useStoreLastVisit(thread: ThreadObject | undefined, today: string): void {
  const { mutate } = useModifyThreadMetadata();
  const threadId = thread?.id;
  const isNew = thread !== undefined && lastVisit(thread, today) !== today;
  useEffect(() => {
    if (threadId !== undefined && isNew) mutate({ threadId, changes: { [VISITED_ON]: today } });
  }, [threadId, isNew, today, mutate]);
}

'use client';

import type { ThreadObject } from '@threadkit/core';
import { useModifyThreadMetadata } from '@threadkit/react';
import { useEffect } from 'react';
import { lastVisit, VISITED_ON } from './last-visit.ts';

/**
 * Keeps with the open thread that it was opened today. Writes once a day and thread; when that fails the thread
 * stays under its old day, which is all that is lost.
 */
export function useVisit(thread: ThreadObject | undefined, today: string): void {
  const { mutate } = useModifyThreadMetadata();
  const threadId = thread?.id;
  const isNew = thread !== undefined && lastVisit(thread, today) !== today;
  // Joins what is open here to what the server keeps.
  useEffect(() => {
    if (threadId !== undefined && isNew) mutate({ threadId, changes: { [VISITED_ON]: today } });
  }, [threadId, isNew, today, mutate]);
}

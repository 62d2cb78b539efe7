'use client';

import type { ThreadObject } from '@threadkit/core';
import { useModifyThreadMetadata } from '@threadkit/react';
import { useEffect } from 'react';
import { lastVisit, VISITED_ON } from './last-visit.ts';

/**
 * Stores in the open thread that it was opened today, once per day and thread. After a failure the thread stays in the
 * group of its previous day.
 */
export function useVisit(thread: ThreadObject | undefined, today: string): void {
  const { mutate } = useModifyThreadMetadata();
  const threadId = thread?.id;
  const isNew = thread !== undefined && lastVisit(thread, today) !== today;
  useEffect(() => {
    if (threadId !== undefined && isNew) mutate({ threadId, changes: { [VISITED_ON]: today } });
  }, [threadId, isNew, today, mutate]);
}

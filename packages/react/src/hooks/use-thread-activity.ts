'use client';
import type { ThreadActivity } from '@threadkit/core';
import { useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

/** Options of `useThreadActivity`. */
export interface UseThreadActivityOptions {
  /** The thread to watch. */
  threadId: string;
}

/**
 * Returns whether the run of a thread is active or waits for the user, for indicators in a list of threads. Sends no
 * request and follows no run: `undefined` for threads that this page has not shown.
 */
export function useThreadActivity({ threadId }: UseThreadActivityOptions): ThreadActivity | undefined {
  const { activities } = useThreadkit().registry;
  return useSyncExternalStore(
    activities.subscribe,
    () => activities.getSnapshot().get(threadId),
    () => undefined,
  );
}

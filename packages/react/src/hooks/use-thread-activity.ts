'use client';
import type { ThreadActivity } from '@threadkit/core';
import { useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

export interface UseThreadActivityOptions {
  threadId: string;
}

/**
 * Whether a run works in a thread or waits for the person, as far as this page knows of one: for marks in a list.
 * Asks for nothing and follows nothing; undefined for threads this page has not looked at.
 */
export function useThreadActivity({ threadId }: UseThreadActivityOptions): ThreadActivity | undefined {
  const { activities } = useThreadkit().registry;
  return useSyncExternalStore(
    activities.subscribe,
    () => activities.getSnapshot().get(threadId),
    () => undefined,
  );
}

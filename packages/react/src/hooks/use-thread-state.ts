'use client';
import type { ConnectionInfo, ThreadController, ThreadSnapshot } from '@threadkit/core';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * Reads one thing of what is happening on a thread.
 *
 * @param select Gives the same reference for the same snapshot.
 */
export function useThreadState<T>(controller: ThreadController, select: (snapshot: ThreadSnapshot) => T): T {
  const getSnapshot = useCallback(() => select(controller.getSnapshot()), [controller, select]);
  return useSyncExternalStore(controller.subscribe, getSnapshot, getSnapshot);
}

const selectConnection = (snapshot: ThreadSnapshot): ConnectionInfo => snapshot.connection;

/** How the page is connected to the thread's run. */
export function useConnection(controller: ThreadController): ConnectionInfo {
  return useThreadState(controller, selectConnection);
}

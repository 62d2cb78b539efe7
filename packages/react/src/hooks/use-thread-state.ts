'use client';
import type { ConnectionInfo, ThreadSnapshot } from '@threadkit/core';
import { useCallback, useSyncExternalStore } from 'react';
import { type ThreadScopeOptions, useThreadController } from './use-thread-controller.ts';

export interface UseThreadStateOptions<T> extends ThreadScopeOptions {
  /** Must return the same reference for the same snapshot: select a field, do not build an object. */
  select: (snapshot: ThreadSnapshot) => T;
}

/** Selects one value from the live state of a thread; re-renders when the selected value changes. */
export function useThreadState<T>(options: UseThreadStateOptions<T>): T {
  const { select } = options;
  const controller = useThreadController(options);
  const getSnapshot = useCallback(() => select(controller.getSnapshot()), [controller, select]);
  return useSyncExternalStore(controller.subscribe, getSnapshot, getSnapshot);
}

const selectConnection = (snapshot: ThreadSnapshot): ConnectionInfo => snapshot.connection;

/** The connection of the page to the thread's active run. */
export function useConnection({ controller }: ThreadScopeOptions = {}): ConnectionInfo {
  return useThreadState({ controller, select: selectConnection });
}

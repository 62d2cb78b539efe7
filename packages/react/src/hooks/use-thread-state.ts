'use client';
import type { ConnectionInfo, ThreadSnapshot } from '@threadkit/core';
import { useCallback, useSyncExternalStore } from 'react';
import { isShallowEqual } from './internal/is-shallow-equal.ts';
import { useEqualRefs } from './internal/use-view-selector.ts';
import { type ThreadHookOptions, useThreadController } from './use-thread-controller.ts';

/** Options of `useThreadState`. */
export interface UseThreadStateOptions<T> extends ThreadHookOptions {
  /** May be inline, and may return a new object or array: results are compared shallowly. */
  select: (snapshot: ThreadSnapshot) => T;
}

/**
 * Selects a value from the live state of a thread; re-renders when the value changes. Stored messages are not part of
 * the live state.
 */
export function useThreadState<T>(options: UseThreadStateOptions<T>): T {
  const controller = useThreadController(options);
  const select = useEqualRefs<[ThreadSnapshot], T>(options.select, isShallowEqual);
  const getSnapshot = useCallback(() => select(controller.getSnapshot()), [controller, select]);
  return useSyncExternalStore(controller.subscribe, getSnapshot, getSnapshot);
}

const selectConnection = (snapshot: ThreadSnapshot): ConnectionInfo => snapshot.connection;

/** Reads the connection of the page to the active run of a thread. */
export function useConnection({ controller }: ThreadHookOptions = {}): ConnectionInfo {
  return useThreadState({ controller, select: selectConnection });
}

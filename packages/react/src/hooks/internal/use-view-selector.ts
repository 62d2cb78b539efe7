'use client';
import type { ThreadController } from '@threadkit/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useThreadkit } from '../../provider/threadkit-context.ts';
import type { ThreadView } from '../../thread-view/thread-view.ts';
import type { ThreadViewState } from '../../thread-view/thread-view-state.ts';
import { reuseEqual } from './reuse-equal.ts';

/** The view of a controller, shared by all hooks that read it. */
export function useThreadView(controller: ThreadController): ThreadView {
  return useThreadkit().viewOf(controller);
}

/**
 * Selects one value from a thread view; re-renders when the value changes.
 *
 * @param select Must return the same reference for the same state, and be module-level or memoized.
 */
export function useViewSelector<T>(view: ThreadView, select: (state: ThreadViewState) => T): T {
  const getSnapshot = useCallback(() => select(view.getSnapshot()), [view, select]);
  return useSyncExternalStore(view.subscribe, getSnapshot, getSnapshot);
}

/** As `useViewSelector`, for a value of one run: `select` only runs when that run changes. */
export function useRunSelector<T>(view: ThreadView, runId: string, select: (state: ThreadViewState) => T): T {
  const subscribe = useCallback((onChange: () => void) => view.watchRun(runId, onChange), [view, runId]);
  const getSnapshot = useCallback(() => select(view.getSnapshot()), [view, select]);
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}

/** As `useViewSelector`, for a value of one message. @param read Must return the same reference for the same state. */
export function useMessageReader<T>(view: ThreadView, key: string, read: () => T): T {
  const subscribe = useCallback((onChange: () => void) => view.watchMessage(key, onChange), [view, key]);
  return useSyncExternalStore(subscribe, read, read);
}

/** As `useViewSelector`, for a `select` that builds a new object: equal results keep the first reference. */
export function useViewSelection<T>(
  view: ThreadView,
  select: (state: ThreadViewState) => T,
  isEqual: (before: T, after: T) => boolean,
): T {
  return useViewSelector(view, useEqualRefs(select, isEqual));
}

/** Memoizes `reuseEqual`. */
export function useEqualRefs<A extends readonly unknown[], T>(
  select: (...state: A) => T,
  isEqual: (before: T, after: T) => boolean,
): (...state: A) => T {
  return useMemo(() => reuseEqual(select, isEqual), [select, isEqual]);
}

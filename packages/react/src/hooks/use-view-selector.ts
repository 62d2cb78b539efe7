'use client';
import type { ThreadController } from '@threadkit/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import type { ThreadView, ThreadViewState } from '../view/thread-view.ts';

export function useThreadView(controller: ThreadController): ThreadView {
  return useThreadkit().viewOf(controller);
}

/**
 * Reads one thing of a thread's view; the component renders again only when that changed.
 *
 * @param select A function that gives the same reference for the same state: module-level, or memoised.
 */
export function useViewSelector<T>(view: ThreadView, select: (state: ThreadViewState) => T): T {
  const getSnapshot = useCallback(() => select(view.getSnapshot()), [view, select]);
  return useSyncExternalStore(view.subscribe, getSnapshot, getSnapshot);
}

/** The same for a selection made anew each time: equal ones keep the first reference. */
export function useViewSelection<T>(
  view: ThreadView,
  select: (state: ThreadViewState) => T,
  isEqual: (before: T, after: T) => boolean,
): T {
  const stable = useMemo(() => keepEqual(select, isEqual), [select, isEqual]);
  return useViewSelector(view, stable);
}

function keepEqual<S, T>(
  select: (state: S) => T,
  isEqual: (before: T, after: T) => boolean,
): (state: S) => T {
  let last: { value: T } | undefined;
  return (state) => {
    const value = select(state);
    if (last && isEqual(last.value, value)) return last.value;
    last = { value };
    return value;
  };
}

/** Equal field by field. */
export function isShallowEqual<T extends object>(before: T, after: T): boolean {
  const keys = Object.keys(after) as (keyof T)[];
  return (
    keys.length === Object.keys(before).length && keys.every((key) => Object.is(before[key], after[key]))
  );
}

'use client';
import type { ThreadController } from '@threadkit/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useThreadkit } from '../../provider/threadkit-context.ts';
import type { ThreadView } from '../../thread-view/thread-view.ts';
import type { ThreadViewState } from '../../thread-view/thread-view-state.ts';

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

/** The same for what concerns one run: not even asked when another thing changes. */
export function useRunSelector<T>(view: ThreadView, runId: string, select: (state: ThreadViewState) => T): T {
  const subscribe = useCallback((onChange: () => void) => view.watchRun(runId, onChange), [view, runId]);
  const getSnapshot = useCallback(() => select(view.getSnapshot()), [view, select]);
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}

/** The same for what concerns one message. @param read Gives the same reference for the same state. */
export function useMessageReader<T>(view: ThreadView, key: string, read: () => T): T {
  const subscribe = useCallback((onChange: () => void) => view.watchMessage(key, onChange), [view, key]);
  return useSyncExternalStore(subscribe, read, read);
}

/** The same for a selection made anew each time: equal ones keep the first reference. */
export function useViewSelection<T>(
  view: ThreadView,
  select: (state: ThreadViewState) => T,
  isEqual: (before: T, after: T) => boolean,
): T {
  return useViewSelector(view, useEqualRefs(select, isEqual));
}

/** `select`, giving its last result again where the new one is equal. */
export function useEqualRefs<A extends readonly unknown[], T>(
  select: (...state: A) => T,
  isEqual: (before: T, after: T) => boolean,
): (...state: A) => T {
  return useMemo(() => keepEqual(select, isEqual), [select, isEqual]);
}

function keepEqual<A extends readonly unknown[], T>(
  select: (...state: A) => T,
  isEqual: (before: T, after: T) => boolean,
): (...state: A) => T {
  let last: { value: T } | undefined;
  return (...state) => {
    const value = select(...state);
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

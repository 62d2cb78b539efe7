'use client';
import type { ThreadViewState } from '../../thread-view/thread-view-state.ts';
import { useController } from '../use-controller.ts';
import { useRunSelector, useThreadView, useViewSelector } from './use-view-selector.ts';

/** Reads one thing of what a thread shows, by the thread's id. */
export function useLive<T>(threadId: string | undefined, select: (state: ThreadViewState) => T): T {
  return useViewSelector(useThreadView(useController({ threadId })), select);
}

/** The same for what concerns one run. */
export function useLiveRun<T>(
  threadId: string | undefined,
  runId: string | undefined,
  select: (state: ThreadViewState) => T,
): T {
  return useRunSelector(useThreadView(useController({ threadId })), runId ?? '', select);
}

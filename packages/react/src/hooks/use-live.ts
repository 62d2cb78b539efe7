'use client';
import type { ThreadViewState } from '../view/thread-view.ts';
import { useController } from './use-controller.ts';
import { useThreadView, useViewSelector } from './use-view-selector.ts';

/** Reads one thing of what a thread shows, by the thread's id. */
export function useLive<T>(threadId: string | undefined, select: (state: ThreadViewState) => T): T {
  return useViewSelector(useThreadView(useController({ threadId })), select);
}

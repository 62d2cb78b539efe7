'use client';
import type { RunObject, RunStepObject } from '@threadkit/core';
import { useCallback } from 'react';
import { useController } from '../../provider/use-controller.ts';
import type { ThreadViewState } from '../../thread-view/thread-view-state.ts';
import { useRunSelector, useThreadView, useViewSelector } from './use-view-selector.ts';

/** Selects a value from the view of a thread, by the id of the thread. */
export function useLive<T>(threadId: string | undefined, select: (state: ThreadViewState) => T): T {
  return useViewSelector(useThreadView(useController({ threadId })), select);
}

/** As `useLive`, for a value of one run. */
export function useLiveRun<T>(
  threadId: string | undefined,
  runId: string | undefined,
  select: (state: ThreadViewState) => T,
): T {
  return useRunSelector(useThreadView(useController({ threadId })), runId ?? '', select);
}

/** The run while the page follows it. */
export function useLiveRunObject(
  threadId: string | undefined,
  runId: string | undefined,
): RunObject | undefined {
  return useLiveRun(
    threadId,
    runId,
    useCallback(({ snapshot: { run } }) => (run?.id === runId ? run : undefined), [runId]),
  );
}

/** The steps of the run while the page follows it. */
export function useLiveRunSteps(
  threadId: string | undefined,
  runId: string | undefined,
): readonly RunStepObject[] | undefined {
  return useLiveRun(
    threadId,
    runId,
    useCallback(({ snapshot: { run, steps } }) => (run?.id === runId ? steps : undefined), [runId]),
  );
}

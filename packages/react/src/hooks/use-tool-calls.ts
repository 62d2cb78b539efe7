'use client';
import type { ThreadController, ToolCallState } from '@threadkit/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useThreadView } from './internal/use-view-selector.ts';

const NO_CALLS: readonly ToolCallState[] = [];

/** The function calls of the current run, or of `runId` when it is the current one; oldest first. */
export function useToolCalls(controller: ThreadController, runId?: string): readonly ToolCallState[] {
  const view = useThreadView(controller);
  const subscribe = useCallback(
    (onChange: () => void) =>
      runId === undefined ? controller.subscribe(onChange) : view.watchRun(runId, onChange),
    [controller, view, runId],
  );
  const getSnapshot = useCallback(() => {
    const { run, toolCalls } = controller.getSnapshot();
    return runId === undefined || run?.id === runId ? toolCalls : NO_CALLS;
  }, [controller, runId]);
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}

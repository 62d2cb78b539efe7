'use client';
import type { ToolCallState } from '@threadkit/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useThreadView } from './internal/use-view-selector.ts';
import { type ThreadScopeOptions, useThreadController } from './use-thread-controller.ts';

const NO_CALLS: readonly ToolCallState[] = [];

export interface UseToolCallsOptions extends ThreadScopeOptions {
  /** Only return calls of this run. @defaultValue the current run */
  runId?: string | undefined;
}

/** The function calls of the current run, or of `runId` when it is the current one; oldest first. */
export function useToolCalls(options: UseToolCallsOptions = {}): readonly ToolCallState[] {
  const { runId } = options;
  const controller = useThreadController(options);
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

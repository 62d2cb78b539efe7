'use client';
import type { AnyTool, ToolCallState } from '@threadkit/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useShallowStable } from './internal/use-shallow-stable.ts';
import { useThreadView } from './internal/use-view-selector.ts';
import { type ThreadHookOptions, useThreadController } from './use-thread-controller.ts';

/** Options of `useToolCalls`. */
export interface UseToolCallsOptions<T extends readonly AnyTool[] = readonly AnyTool[]>
  extends ThreadHookOptions {
  /** Only return calls of this run. Only the calls of the current run are known. @defaultValue the current run */
  runId?: string | undefined;
  /** Only return calls of these tools, typed by them. May be inline. @defaultValue every function call */
  tools?: T | undefined;
}

const NO_CALLS: readonly ToolCallState[] = [];

/** Reads the function calls of the current run, oldest first. */
export function useToolCalls<const T extends readonly AnyTool[] = readonly AnyTool[]>(
  options: UseToolCallsOptions<T> = {},
): readonly ToolCallState<T[number]>[] {
  const { runId } = options;
  const controller = useThreadController(options);
  const tools = useShallowStable(options.tools);
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
  const calls = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return useMemo(() => callsOf(calls, tools), [calls, tools]);
}

function callsOf<T extends readonly AnyTool[]>(
  calls: readonly ToolCallState[],
  tools: T | undefined,
): readonly ToolCallState<T[number]>[] {
  const names = tools && new Set(tools.map(({ name }) => name));
  const isOfTools = (call: ToolCallState): call is ToolCallState<T[number]> => names?.has(call.name) ?? true;
  // Without `tools`, the type parameter is its default, which every call satisfies.
  return names ? calls.filter(isOfTools) : (calls as readonly ToolCallState<T[number]>[]);
}

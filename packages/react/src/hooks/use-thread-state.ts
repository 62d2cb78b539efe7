'use client';
import type { Connection, ThreadController, ThreadSnapshot, ToolCall } from '@threadkit/core';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

/**
 * Reads one thing of what is happening on a thread.
 *
 * @param select Gives the same reference for the same snapshot.
 */
export function useThreadState<T>(controller: ThreadController, select: (snapshot: ThreadSnapshot) => T): T {
  const getSnapshot = useCallback(() => select(controller.getSnapshot()), [controller, select]);
  return useSyncExternalStore(controller.subscribe, getSnapshot, getSnapshot);
}

const selectConnection = (snapshot: ThreadSnapshot): Connection => snapshot.connection;

/** How the page is connected to the thread's run. */
export function useConnection(controller: ThreadController): Connection {
  return useThreadState(controller, selectConnection);
}

const selectToolCalls = (snapshot: ThreadSnapshot): readonly ToolCall[] => snapshot.toolCalls;

/** The function calls of the current run, or of `runId` when it is the current one; oldest first. */
export function useToolCalls(controller: ThreadController, runId?: string): readonly ToolCall[] {
  const calls = useThreadState(controller, selectToolCalls);
  return useMemo(
    () => (runId === undefined ? calls : calls.filter((call) => call.runId === runId)),
    [calls, runId],
  );
}

'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { isTerminal, type RunObject, type RunStepObject, type ThreadkitError } from '@threadkit/core';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runOptions, runStepsOptions } from '../query/options.ts';
import type { ThreadViewState } from '../view/thread-view.ts';
import { useController } from './use-controller.ts';
import { useThreadView, useViewSelector } from './use-view-selector.ts';

/** One run: as it happens while the page follows it, as it was stored otherwise. */
export function useRun(
  threadId: string | undefined,
  runId: string | undefined,
): UseQueryResult<RunObject, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLive(
    threadId,
    useCallback(({ snapshot: { run } }) => (run?.id === runId ? run : undefined), [runId]),
  );
  const query = useQuery({
    ...runOptions(client, threadId ?? '', runId ?? ''),
    enabled: threadId !== undefined && runId !== undefined && live === undefined,
  });
  const isStoredEnd = query.data !== undefined && isTerminal(query.data.status);
  return withLive(query, isStoredEnd ? undefined : live);
}

/** A run's steps, oldest first: as they happen while the page follows the run, as they were stored otherwise. */
export function useRunSteps(
  threadId: string | undefined,
  runId: string | undefined,
): UseQueryResult<readonly RunStepObject[], ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLive(
    threadId,
    useCallback(({ snapshot: { run, steps } }) => (run?.id === runId ? steps : undefined), [runId]),
  );
  const query = useQuery({
    ...runStepsOptions(client, threadId ?? '', runId ?? ''),
    enabled: threadId !== undefined && runId !== undefined && live === undefined,
  });
  return withLive(query, live);
}

function useLive<T>(threadId: string | undefined, select: (state: ThreadViewState) => T): T {
  return useViewSelector(useThreadView(useController({ threadId })), select);
}

/** What happens now stands above what is stored, and is never "loading". */
function withLive<T>(query: UseQueryResult<T>, live: T | undefined): UseQueryResult<T, ThreadkitError> {
  // The client rejects with nothing else.
  if (live === undefined) return query as UseQueryResult<T, ThreadkitError>;
  const known = { data: live, status: 'success', isSuccess: true, isPending: false, isLoading: false };
  return { ...query, ...known } as UseQueryResult<T, ThreadkitError>;
}

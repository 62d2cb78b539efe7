'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { isTerminal, type RunObject, type ThreadkitError } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runOptions } from '../query/options.ts';
import type { QueryHookOptions } from '../query/query-hook-options.ts';
import { useLiveRunObject } from './internal/use-live.ts';
import { useLiveQueryOptions, withLiveData } from './internal/use-live-options.ts';

/** Options of `useRun`. */
export interface UseRunOptions<Selected = RunObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<RunObject, Selected> | undefined;
}

/** Reads one run: live while the page follows it, otherwise as stored. Follows the active run of the thread. */
export function useRun<Selected = RunObject>({
  threadId,
  runId,
  query = {},
}: UseRunOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRunObject(query.enabled === false ? undefined : threadId, runId);
  const hasIds = threadId !== undefined && runId !== undefined;
  const result = useQuery({
    ...runOptions(client, threadId ?? '', runId ?? ''),
    ...useLiveQueryOptions(live, hasIds, query, chooseRun),
  });
  return withLiveData(result, live, query.select);
}

/** The stored object of a run that has ended is final; a live one may still lack its usage. */
export function chooseRun(stored: RunObject, live: RunObject): RunObject {
  return isTerminal(stored) ? stored : live;
}

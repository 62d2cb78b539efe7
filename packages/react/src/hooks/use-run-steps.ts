'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { RunStepObject, ThreadkitError } from '@threadkit/core';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runStepOptions, runStepsOptions } from '../query/options.ts';
import type { QueryHookOptions } from '../query/query-hook-options.ts';
import { useLiveRun, useLiveRunSteps } from './internal/use-live.ts';
import { useLiveQueryOptions, withLiveData } from './internal/use-live-options.ts';

/** Options of `useRunSteps`. */
export interface UseRunStepsOptions<Selected = readonly RunStepObject[]> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}

/** Options of `useRunStep`. */
export interface UseRunStepOptions<Selected = RunStepObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run of the step; `undefined` disables the query. */
  runId: string | undefined;
  /** The step to read; `undefined` disables the query. */
  stepId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<RunStepObject, Selected> | undefined;
}

/** Reads the first 100 steps of a run, oldest first: live while the page follows the run, otherwise as stored. */
export function useRunSteps<Selected = readonly RunStepObject[]>({
  threadId,
  runId,
  query = {},
}: UseRunStepsOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRunSteps(query.enabled === false ? undefined : threadId, runId);
  const hasIds = threadId !== undefined && runId !== undefined;
  const result = useQuery({
    ...runStepsOptions(client, threadId ?? '', runId ?? ''),
    ...useLiveQueryOptions(live, hasIds, query),
  });
  return withLiveData(result, live, query.select);
}

/** Reads one step of a run: live while the page follows the run, otherwise as stored. */
export function useRunStep<Selected = RunStepObject>({
  threadId,
  runId,
  stepId,
  query = {},
}: UseRunStepOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRun(
    query.enabled === false ? undefined : threadId,
    runId,
    useCallback(
      ({ snapshot: { run, steps } }) =>
        run?.id === runId ? steps.find(({ id }) => id === stepId) : undefined,
      [runId, stepId],
    ),
  );
  const hasIds = threadId !== undefined && runId !== undefined && stepId !== undefined;
  const result = useQuery({
    ...runStepOptions(client, threadId ?? '', runId ?? '', stepId ?? ''),
    ...useLiveQueryOptions(live, hasIds, query),
  });
  return withLiveData(result, live, query.select);
}

'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { isTerminal, type RunObject, type RunStepObject, type ThreadkitError } from '@threadkit/core';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runOptions, runStepOptions, runStepsOptions, runsOptions } from '../query/options.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { useLive, useLiveRun } from './internal/use-live.ts';
import { withLive } from './internal/with-live.ts';

export interface UseRunsOptions {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
}

export interface UseRunOptions extends UseRunsOptions {
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
}

export interface UseRunStepOptions extends UseRunOptions {
  /** The step to read; `undefined` disables the query. */
  stepId: string | undefined;
}

/** One run: as it happens while the page follows it, as it was stored otherwise. */
export function useRun({ threadId, runId }: UseRunOptions): UseQueryResult<RunObject, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRun(
    threadId,
    runId,
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
export function useRunSteps({
  threadId,
  runId,
}: UseRunOptions): UseQueryResult<readonly RunStepObject[], ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRun(
    threadId,
    runId,
    useCallback(({ snapshot: { run, steps } }) => (run?.id === runId ? steps : undefined), [runId]),
  );
  const query = useQuery({
    ...runStepsOptions(client, threadId ?? '', runId ?? ''),
    enabled: threadId !== undefined && runId !== undefined && live === undefined,
  });
  return withLive(query, live);
}

/** A thread's newest hundred runs, oldest first; the live one as it happens. */
export function useRuns({ threadId }: UseRunsOptions): UseQueryResult<readonly RunObject[], ThreadkitError> {
  const { client } = useThreadkit();
  const runs = useLive(threadId, selectRuns);
  const query = useQuery({
    ...runsOptions(client, threadId ?? ''),
    enabled: threadId !== undefined,
    select: selectNothing,
  });
  return withLive(query, query.isSuccess || runs.length > 0 ? runs : undefined);
}

const selectRuns = ({ runs }: ThreadViewState): readonly RunObject[] => runs;
/** The view has read the same list already. */
const selectNothing = (): readonly RunObject[] => [];

/** One step of a run: as it happens while the page follows the run, as it was stored otherwise. */
export function useRunStep({
  threadId,
  runId,
  stepId,
}: UseRunStepOptions): UseQueryResult<RunStepObject, ThreadkitError> {
  const { client } = useThreadkit();
  const live = useLiveRun(
    threadId,
    runId,
    useCallback(
      ({ snapshot: { run, steps } }) =>
        run?.id === runId ? steps.find(({ id }) => id === stepId) : undefined,
      [runId, stepId],
    ),
  );
  const query = useQuery({
    ...runStepOptions(client, threadId ?? '', runId ?? '', stepId ?? ''),
    enabled: threadId !== undefined && runId !== undefined && stepId !== undefined && live === undefined,
  });
  return withLive(query, live);
}

'use client';
import {
  type InfiniteData,
  type UseSuspenseInfiniteQueryResult,
  type UseSuspenseQueryResult,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { ListPage, MessageObject, RunObject, RunStepObject, ThreadkitError } from '@threadkit/core';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { messagesOptions, runOptions, runStepsOptions } from '../query/options.ts';
import type { SuspenseListQueryHookOptions, SuspenseQueryHookOptions } from '../query/query-hook-options.ts';
import { applySelect } from './internal/apply-select.ts';
import { useLiveRunObject, useLiveRunSteps } from './internal/use-live.ts';
import { useLiveMessages } from './internal/use-live-messages.ts';
import { useLiveOptions } from './internal/use-live-options.ts';
import { oldestFirst } from './use-messages.ts';
import { chooseRun } from './use-run.ts';

/** Options of `useSuspenseMessages`. */
export interface UseSuspenseMessagesOptions<Selected = readonly MessageObject[]> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseListQueryHookOptions<MessageObject, Selected> | undefined;
}

/** Options of `useSuspenseRun`. */
export interface UseSuspenseRunOptions<Selected = RunObject> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** The run to read. Must exist. */
  runId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseQueryHookOptions<RunObject, Selected> | undefined;
}

/** Options of `useSuspenseRunSteps`. */
export interface UseSuspenseRunStepsOptions<Selected = readonly RunStepObject[]> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** The run to read. Must exist. */
  runId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseQueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}

/** As `useMessages`, for a thread that exists: suspends until the first page is loaded, throws when it cannot be read. */
export function useSuspenseMessages<Selected = readonly MessageObject[]>({
  threadId,
  query = {},
}: UseSuspenseMessagesOptions<Selected>): UseSuspenseInfiniteQueryResult<Selected, ThreadkitError> {
  const { select } = query;
  const live = useLiveMessages(threadId);
  return useSuspenseInfiniteQuery({
    ...messagesOptions(useThreadkit().client, threadId),
    ...query,
    select: useCallback(
      (stored: InfiniteData<ListPage<MessageObject>>): Selected =>
        applySelect(select, live ?? oldestFirst(stored)),
      [select, live],
    ),
  });
}

/** As `useRun`, for a run that exists: suspends until the run is loaded, throws when it cannot be read. */
export function useSuspenseRun<Selected = RunObject>({
  threadId,
  runId,
  query = {},
}: UseSuspenseRunOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError> {
  const { select } = useLiveOptions(useLiveRunObject(threadId, runId), query, chooseRun);
  return useSuspenseQuery({ ...runOptions(useThreadkit().client, threadId, runId), ...query, select });
}

/** As `useRunSteps`, for a run that exists: suspends until the steps are loaded, throws when they cannot be read. */
export function useSuspenseRunSteps<Selected = readonly RunStepObject[]>({
  threadId,
  runId,
  query = {},
}: UseSuspenseRunStepsOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError> {
  const { select } = useLiveOptions(useLiveRunSteps(threadId, runId), query);
  return useSuspenseQuery({ ...runStepsOptions(useThreadkit().client, threadId, runId), ...query, select });
}

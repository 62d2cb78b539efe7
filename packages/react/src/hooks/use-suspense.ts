'use client';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { isTerminal, type MessageObject, type RunObject, type RunStepObject } from '@threadkit/core';
import { useCallback, useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { messagesOptions, runOptions, runStepsOptions } from '../query/options.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { useLive, useLiveRun } from './internal/use-live.ts';

export interface UseSuspenseMessagesOptions {
  threadId: string;
}

export interface UseSuspenseRunOptions {
  threadId: string;
  runId: string;
}

const selectMessages = ({ messages }: ThreadViewState) => messages;

/** As `useMessages`, for a thread that exists: suspends until the first page is there, throws when it cannot be read. */
export function useSuspenseMessages({ threadId }: UseSuspenseMessagesOptions): readonly MessageObject[] {
  useSuspenseInfiniteQuery(messagesOptions(useThreadkit().client, threadId));
  const timeline = useLive(threadId, selectMessages);
  return useMemo(() => timeline.map(({ message }) => message), [timeline]);
}

/** As `useRun`: suspends until the run is there, throws when it cannot be read. */
export function useSuspenseRun({ threadId, runId }: UseSuspenseRunOptions): RunObject {
  const { data } = useSuspenseQuery(runOptions(useThreadkit().client, threadId, runId));
  const live = useLiveRun(
    threadId,
    runId,
    useCallback(({ snapshot: { run } }) => (run?.id === runId ? run : undefined), [runId]),
  );
  return isTerminal(data.status) ? data : (live ?? data);
}

/** As `useRunSteps`: suspends until the steps are there, throws when they cannot be read. */
export function useSuspenseRunSteps({ threadId, runId }: UseSuspenseRunOptions): readonly RunStepObject[] {
  const { data } = useSuspenseQuery(runStepsOptions(useThreadkit().client, threadId, runId));
  const live = useLiveRun(
    threadId,
    runId,
    useCallback(({ snapshot: { run, steps } }) => (run?.id === runId ? steps : undefined), [runId]),
  );
  return live ?? data;
}

'use client';
import { useQuery } from '@tanstack/react-query';
import {
  isActive,
  type RunObject,
  type RunStepObject,
  type ThreadController,
  type TimelineMessage,
} from '@threadkit/core';
import { useCallback, useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runStepsOptions } from '../query/options.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { useEqualRefs, useRunSelector, useThreadView } from './internal/use-view-selector.ts';
import { type ThreadHookOptions, useThreadController } from './use-thread-controller.ts';

/**
 * A message that a run wrote, or a step in which it called tools or reasoned. `key` is the React key, and for a message its
 * `TimelineMessage.key`. `stepId` of a message is undefined until its step is known.
 */
export type RunItem =
  | { readonly kind: 'message'; readonly key: string; readonly stepId: string | undefined }
  | { readonly kind: 'step'; readonly key: string; readonly stepId: string };

/** Result of `useRunItems`. */
export interface UseRunItemsResult {
  /** `undefined` until the run is loaded. */
  readonly run: RunObject | undefined;
  /** The run is known and has not ended. */
  readonly isActive: boolean;
  /** In chronological order. */
  readonly items: readonly RunItem[];
}

/** Options of `useRunItems`. */
export interface UseRunItemsOptions extends ThreadHookOptions {
  /** The run to read, such as the `runId` of a timeline row. */
  runId: string;
}

/** Options of `useTimelineRunStep`. */
export interface UseTimelineRunStepOptions extends UseRunItemsOptions {
  /** The step to read, such as the `stepId` of a run item. */
  stepId: string;
}

/** Reads the messages, tool steps and reasoning of one run. Re-renders when its object or the list changes, not when text grows. */
export function useRunItems(options: UseRunItemsOptions): UseRunItemsResult {
  const { runId } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const selectRun = useCallback(({ runs }: ThreadViewState) => runs.find(({ id }) => id === runId), [runId]);
  const run = useRunSelector(view, runId, selectRun);
  const steps = useSteps(controller, runId);
  const selectIds = useCallback(() => view.findMessages(runId).map(toIdentity), [view, runId]);
  const messages = useRunSelector(view, runId, useEqualRefs(selectIds, isSameIdentities));
  const items = useItems(steps, messages);
  return { run, isActive: isActive(run), items };
}

/** Reads one step of a run; `undefined` until it is loaded. Re-renders when a step of the run changes. */
export function useTimelineRunStep(options: UseTimelineRunStepOptions): RunStepObject | undefined {
  const { runId, stepId } = options;
  const controller = useThreadController(options);
  return useSteps(controller, runId).find(({ id }) => id === stepId);
}

const NO_STEPS: readonly RunStepObject[] = [];

/** The steps of the live run come from the controller, those of other runs from the cache. */
function useSteps(controller: ThreadController, runId: string): readonly RunStepObject[] {
  const { client } = useThreadkit();
  const view = useThreadView(controller);
  const selectLive = useCallback(
    ({ snapshot }: ThreadViewState) => (snapshot.run?.id === runId ? snapshot.steps : undefined),
    [runId],
  );
  const live = useRunSelector(view, runId, selectLive);
  const threadId = useRunSelector(view, runId, selectThreadId);
  const stored = useQuery({
    ...runStepsOptions(client, threadId ?? '', runId),
    enabled: threadId !== undefined && live === undefined,
  });
  return live ?? stored.data ?? NO_STEPS;
}

const selectThreadId = ({ snapshot }: ThreadViewState): string | undefined => snapshot.threadId;

interface Identity {
  readonly key: string;
  readonly id: string | undefined;
}

function toIdentity({ key, id }: TimelineMessage): Identity {
  return { key, id };
}

function isSameIdentities(before: readonly Identity[], after: readonly Identity[]): boolean {
  return before.length === after.length && before.every(({ key }, index) => key === after[index]?.key);
}

/** A message takes the position of the step that created it, or the end when that step is not known. */
function useItems(steps: readonly RunStepObject[], messages: readonly Identity[]): readonly RunItem[] {
  // Steps change with every delta of their arguments; items only when a step is added or names its message.
  const outline = steps
    .map(({ id, step_details: details }) =>
      details.type === 'message_creation' ? `${id}:${details.message_creation.message_id}` : id,
    )
    .join(' ');
  return useMemo(() => toItems(outline, messages), [outline, messages]);
}

function toItems(outline: string, messages: readonly Identity[]): readonly RunItem[] {
  const rest = new Map(messages.map((message) => [message.id, message]));
  const items: RunItem[] = [];
  for (const entry of outline.split(' ').filter(Boolean)) {
    const [stepId = '', messageId] = entry.split(':');
    if (messageId === undefined) items.push({ kind: 'step', key: stepId, stepId });
    else {
      const message = rest.get(messageId);
      rest.delete(messageId);
      if (message) items.push({ kind: 'message', key: message.key, stepId });
    }
  }
  for (const { key } of rest.values()) items.push({ kind: 'message', key, stepId: undefined });
  return items;
}

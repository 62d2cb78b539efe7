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
import { type ThreadScopeOptions, useThreadController } from './use-thread-controller.ts';

/** One thing a run did: a message it wrote, or a step in which it called tools. */
export type RunItem =
  | { readonly kind: 'message'; readonly key: string; readonly stepId: string | undefined }
  | { readonly kind: 'step'; readonly key: string; readonly stepId: string };

export interface RunItems {
  readonly run: RunObject | undefined;
  /** The run has not ended. */
  readonly isLive: boolean;
  /** In the order in which they happened. */
  readonly items: readonly RunItem[];
}

export interface UseRunItemsOptions extends ThreadScopeOptions {
  runId: string;
}

export interface UseTimelineRunStepOptions extends UseRunItemsOptions {
  stepId: string;
}

/** All that one run did: renders again when its status or its list of items changes, not when text grows. */
export function useRunItems(options: UseRunItemsOptions): RunItems {
  const { runId } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const selectRun = useCallback(({ runs }: ThreadViewState) => runs.find(({ id }) => id === runId), [runId]);
  const run = useRunSelector(view, runId, selectRun);
  const steps = useSteps(controller, runId);
  const selectIds = useCallback(() => view.findMessages(runId).map(toIdentity), [view, runId]);
  const messages = useRunSelector(view, runId, useEqualRefs(selectIds, isSameIdentities));
  const items = useItems(steps, messages);
  return { run, isLive: isActive(run), items };
}

/** One step of a run. Undefined until it is known. */
export function useTimelineRunStep(options: UseTimelineRunStepOptions): RunStepObject | undefined {
  const { runId, stepId } = options;
  const controller = useThreadController(options);
  return useSteps(controller, runId).find(({ id }) => id === stepId);
}

const NO_STEPS: readonly RunStepObject[] = [];

/** The live run's steps come from the controller, those of an ended one from the cache. */
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

/** Steps in their order; messages stand where the step that wrote them stands, or last when none is known. */
function useItems(steps: readonly RunStepObject[], messages: readonly Identity[]): readonly RunItem[] {
  // Steps change with every delta of their arguments; the items only when a step comes or names its message.
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

'use client';
import type {
  AnyTool,
  ConnectionInfo,
  RunObject,
  SendOptions,
  ThreadActions,
  ThreadController,
  ThreadkitError,
  ThreadSnapshot,
  TimelineMessage,
  Tool,
  ToolCallState,
} from '@threadkit/core';
import { useEffect, useMemo, useState } from 'react';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { createFieldTracker } from './internal/field-tracker.ts';
import { useLatest } from './internal/use-latest.ts';
import { useThreadView, useViewSelector } from './internal/use-view-selector.ts';
import { type ThreadIdentity, useController } from './use-controller.ts';

export interface UseThreadOptions<T extends readonly AnyTool[] = readonly AnyTool[]> extends ThreadIdentity {
  /** Who answers. Needed before something is sent. */
  assistantId?: string | undefined;
  /** A new chat has got its thread: the time to put its id into the address. */
  onThreadIdChange?: ((threadId: string) => void) | undefined;
  /** Tools that run in this page. They go on the run together with the assistant's own. */
  tools?: T | undefined;
  /** @defaultValue 'queue' */
  whenBusy?: SendOptions['whenBusy'];
  /** Overrides for every run that is started from here. */
  runParams?: SendOptions['runParams'];
}

/** Fields are tracked as `useQuery`'s are: a component renders again only for those it has read. */
export interface UseThreadResult<T extends readonly AnyTool[]> extends ThreadActions {
  /** Undefined until the first message of a new chat created it. */
  readonly threadId: string | undefined;
  /** Oldest first, the live ones included. Carries live text: parts of a chat read narrower hooks. */
  readonly messages: readonly TimelineMessage[];
  readonly status: ThreadSnapshot['status'];
  readonly run: RunObject | undefined;
  readonly toolCalls: readonly ToolCallState<T[number]>[];
  readonly queue: ThreadSnapshot['queue'];
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | undefined;
  /** The first page is not there yet. */
  readonly isLoading: boolean;
  readonly hasOlder: boolean;
  loadOlder(): Promise<void>;
  /** Reads what others have written since. */
  loadNewer(): Promise<void>;
  /** The handle that narrower hooks and parts take. */
  readonly controller: ThreadController;
}

type ThreadFields = Pick<
  UseThreadResult<readonly AnyTool[]>,
  | 'threadId'
  | 'messages'
  | 'status'
  | 'run'
  | 'toolCalls'
  | 'queue'
  | 'connection'
  | 'error'
  | 'isLoading'
  | 'hasOlder'
>;

function selectFields(state: ThreadViewState): ThreadFields {
  const { snapshot, isLoading, loadError, hasOlder } = state;
  return {
    threadId: snapshot.threadId,
    // The whole list is joined only for those who read it.
    get messages() {
      return state.messages;
    },
    status: snapshot.status,
    run: snapshot.run,
    toolCalls: snapshot.toolCalls,
    queue: snapshot.queue,
    connection: snapshot.connection,
    error: snapshot.error ?? loadError ?? undefined,
    isLoading,
    hasOlder,
  };
}

/** One thread: what it shows, what happens on it, and everything a person can do with it. */
export function useThread<const T extends readonly AnyTool[] = readonly Tool[]>(
  options: UseThreadOptions<T>,
): UseThreadResult<T> {
  const controller = useController(options);
  const view = useThreadView(controller);
  useOwner(controller, options);

  const { assistantId, whenBusy, runParams } = options;
  const latest = useLatest({ assistantId, whenBusy, runParams });
  const actions = useMemo(
    (): ThreadActions => ({
      ...controller,
      send: (input, sendOptions) => controller.send(input, { ...latest.current, ...sendOptions }),
      regenerate: (messageId, rewriteOptions) =>
        controller.regenerate(messageId, { ...latest.current, ...rewriteOptions }),
      editAndResend: (messageId, input, rewriteOptions) =>
        controller.editAndResend(messageId, input, { ...latest.current, ...rewriteOptions }),
    }),
    [controller, latest],
  );

  const [tracker] = useState(() => createFieldTracker<ThreadViewState, ThreadFields>(selectFields));
  const fields = useViewSelector(view, tracker.select);
  return useMemo(
    () =>
      tracker.track(
        fields,
        { ...actions, loadOlder: view.loadOlder, loadNewer: view.loadNewer, controller },
        view.getSnapshot,
      ) as unknown as UseThreadResult<T>,
    [tracker, fields, actions, view, controller],
  );
}

/** Joins the controller to what this component brings: its tools, its assistant, its callback. */
function useOwner(controller: ThreadController, options: UseThreadOptions): void {
  const { tools, assistantId } = options;
  const [owner] = useState(() => Symbol('useThread'));
  const onThreadIdChange = useLatest(options.onThreadIdChange);

  useEffect(() => (tools ? controller.setTools(owner, tools) : undefined), [controller, owner, tools]);

  useEffect(() => {
    if (assistantId !== undefined) controller.setAssistant(assistantId);
  }, [controller, assistantId]);

  useEffect(() => {
    let last = controller.getSnapshot().threadId;
    return controller.subscribe(() => {
      const { threadId } = controller.getSnapshot();
      if (threadId === last) return;
      last = threadId;
      if (threadId !== undefined) onThreadIdChange.current?.(threadId);
    });
  }, [controller, onThreadIdChange]);
}

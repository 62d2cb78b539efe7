'use client';
import {
  type AnyTool,
  type ConnectionInfo,
  isBusy,
  type RunObject,
  type SendOptions,
  type ThreadActions,
  type ThreadController,
  type ThreadkitError,
  type ThreadSnapshot,
  type TimelineMessage,
  type Tool,
  type ToolCallState,
} from '@threadkit/core';
import { useEffect, useMemo, useState } from 'react';
import { type UseControllerOptions, useController } from '../provider/use-controller.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { createFieldTracker } from './internal/field-tracker.ts';
import { useLatest } from './internal/use-latest.ts';
import { useShallowStable } from './internal/use-shallow-stable.ts';
import { useThreadView, useViewSelector } from './internal/use-view-selector.ts';

/** Options of `useThread`. */
export interface UseThreadOptions<T extends readonly AnyTool[] = readonly AnyTool[]>
  extends UseControllerOptions {
  /** The assistant that responds. Without one, `send` fails with kind `'config'` unless it gets an `assistantId`. */
  assistantId?: string | undefined;
  /** Called when the first message of a new chat has created its thread, for example to put the id into the URL. */
  onThreadIdChange?: ((threadId: string) => void) | undefined;
  /**
   * Tools that run in this page, sent with each run beside the assistant's own. The array may be inline; define its
   * tools outside of the component, because a new tool object is a new tool.
   */
  tools?: T | undefined;
  /** What `send` does while a run is active. @defaultValue 'queue' */
  whenBusy?: SendOptions['whenBusy'];
  /** Parameters of every run that this hook starts, such as `model` or `instructions`. @defaultValue those of the assistant */
  runParams?: SendOptions['runParams'];
}

/** A component re-renders only when a field that it has read changes, as with `useQuery`. */
export interface UseThreadResult<T extends readonly AnyTool[]> extends ThreadActions {
  /** `undefined` until the first message of a new chat has created the thread. */
  readonly threadId: string | undefined;
  /** Oldest first, including live ones. Changes with every delta: rows of a long list use `useTimelineMessage`. */
  readonly messages: readonly TimelineMessage[];
  /** The status of `run`, `'sending'` before the run exists, or `'idle'` when no run is known. */
  readonly status: ThreadSnapshot['status'];
  /** A message is being sent or a run is active: a message sent now waits in the queue by default. */
  readonly isBusy: boolean;
  /** The active run, or the last one that this page has followed to its end. */
  readonly run: RunObject | undefined;
  /** The function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState<T[number]>[];
  /** Messages that wait for the active run to end, in the order they will be sent. */
  readonly queue: ThreadSnapshot['queue'];
  /** How this page follows `run`. */
  readonly connection: ConnectionInfo;
  /** Why the last action or run failed, else why the messages could not be loaded. `clearError` clears the former. */
  readonly error: ThreadkitError | null;
  /** The first page of messages has neither loaded nor failed. Stays true while offline; false for a new chat. */
  readonly isLoading: boolean;
  /** The server has older messages than the loaded ones. */
  readonly hasOlder: boolean;
  /** Loads 40 older messages. Resolves when they are loaded or have failed. */
  loadOlder(): Promise<void>;
  /** Loads messages that other clients have added. */
  loadNewer(): Promise<void>;
  /** For `<ThreadProvider>`, and for hooks and components that take a `controller`. */
  readonly controller: ThreadController;
}

type ThreadFields = Pick<
  UseThreadResult<readonly AnyTool[]>,
  | 'threadId'
  | 'messages'
  | 'status'
  | 'isBusy'
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
    // Merging the whole list is expensive, so only a component that reads it pays for it.
    get messages() {
      return state.messages;
    },
    status: snapshot.status,
    isBusy: isBusy(snapshot),
    run: snapshot.run,
    toolCalls: snapshot.toolCalls,
    queue: snapshot.queue,
    connection: snapshot.connection,
    error: snapshot.error ?? loadError,
    isLoading,
    hasOlder,
  };
}

/**
 * Reads one thread, and returns the actions of a chat: `send`, `cancel`, `retry`, `regenerate`, `approve`, … Actions
 * keep their identity and never reject; the outcome or `error` says what failed.
 *
 * @example
 * ```tsx
 * const { messages, isBusy, send, cancel } = useThread({ assistantId: 'asst_demo' });
 * ```
 * @throws Error without a `<ThreadkitProvider>`.
 */
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

/** Registers the tools, the assistant and the callback of this component with the controller. */
function useOwner(controller: ThreadController, options: UseThreadOptions): void {
  const { assistantId } = options;
  const tools = useShallowStable(options.tools);
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

'use client';
import type { MessageContentPart, ThreadkitError, TimelineMessage, TimelineRow } from '@threadkit/core';
import { useCallback } from 'react';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { isSameOutline } from './internal/is-same-outline.ts';
import { isShallowEqual } from './internal/is-shallow-equal.ts';
import {
  useEqualRefs,
  useMessageReader,
  useThreadView,
  useViewSelection,
} from './internal/use-view-selector.ts';
import { type ThreadHookOptions, useThreadController } from './use-thread-controller.ts';

/** Options of `useTimelineMessage`. */
export interface UseTimelineMessageOptions extends ThreadHookOptions {
  /** `TimelineMessage.key`, also the `key` of message rows and of message items of a run. */
  messageKey: string;
}

/** Options of `useMessagePart`. */
export interface UseMessagePartOptions extends UseTimelineMessageOptions {
  /** Position in `message.content`, from 0. */
  index: number;
}

/** Result of `useTimeline`. */
export interface UseTimelineResult {
  /** Oldest first. Keeps its reference while no row is added or removed. */
  readonly rows: readonly TimelineRow[];
  /** The first page of messages has neither loaded nor failed. Stays true while offline; false for a new chat. */
  readonly isLoading: boolean;
  /** Why the messages could not be loaded. */
  readonly error: ThreadkitError | null;
  /** The server has older messages than the loaded ones. */
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed; `null` after it has succeeded. Also in `error`. */
  readonly olderError: ThreadkitError | null;
  /** A request of `loadOlder` is in flight. */
  readonly isLoadingOlder: boolean;
  /**
   * The current messages of a row, oldest first. Reading them does not subscribe, and its cost does not grow with the
   * thread. Keeps its identity.
   */
  getMessages(row: TimelineRow): readonly TimelineMessage[];
  /** Loads 40 older messages. Resolves when they are loaded or have failed. */
  loadOlder(): Promise<void>;
  /**
   * Loads messages that other clients have added. Also called when the page becomes visible or online again and finds a run
   * of another client.
   */
  loadNewer(): Promise<void>;
  /** Loads the messages and runs again, for example after an error. */
  reload(): Promise<void>;
}

/**
 * Reads the rows of a thread: one for each message that no run created and one for each run. Re-renders when rows
 * are added or removed, not when text grows.
 */
export function useTimeline(options: ThreadHookOptions = {}): UseTimelineResult {
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const listed = useViewSelection(view, selectTimeline, isShallowEqual);
  const { getMessages, loadOlder, loadNewer, reload } = view;
  return { ...listed, getMessages, loadOlder, loadNewer, reload };
}

function selectTimeline(state: ThreadViewState) {
  const { rows, isLoading, loadError, hasOlder, olderError, isLoadingOlder } = state;
  return { rows, isLoading, error: loadError, hasOlder, olderError, isLoadingOlder };
}

/** Reads one message by its key; `undefined` when the thread has no such message. Re-renders on each of its deltas. */
export function useTimelineMessage(options: UseTimelineMessageOptions): TimelineMessage | undefined {
  const { messageKey } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  return useMessageReader(
    view,
    messageKey,
    useCallback(() => view.findMessage(messageKey), [view, messageKey]),
  );
}

/**
 * Reads one message by its key, without re-rendering when only its text grows. Re-renders when its status, the number
 * or type of its parts, or their annotations change. Read the text of a part with `useMessagePart`.
 */
export function useMessageOutline(options: UseTimelineMessageOptions): TimelineMessage | undefined {
  const { messageKey } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const read = useCallback(() => view.findMessage(messageKey), [view, messageKey]);
  return useMessageReader(view, messageKey, useEqualRefs(read, isSameOutline));
}

/** Reads one content part of a message; `undefined` when there is none at `index`. Re-renders when that part changes. */
export function useMessagePart(options: UseMessagePartOptions): MessageContentPart | undefined {
  const { messageKey, index } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  return useMessageReader(
    view,
    messageKey,
    useCallback(() => view.findMessage(messageKey)?.message.content[index], [view, messageKey, index]),
  );
}

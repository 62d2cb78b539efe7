'use client';
import type { MessageContentPart, ThreadkitError, TimelineMessage, TimelineRow } from '@threadkit/core';
import { useCallback } from 'react';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { isSameOutline } from './internal/is-same-outline.ts';
import {
  isShallowEqual,
  useEqualRefs,
  useMessageReader,
  useThreadView,
  useViewSelection,
} from './internal/use-view-selector.ts';
import { type ThreadScopeOptions, useThreadController } from './use-thread-controller.ts';

export interface UseTimelineMessageOptions extends ThreadScopeOptions {
  /** `TimelineMessage.key`, as rows and run items name it. */
  messageKey: string;
}

export interface UseMessagePartOptions extends UseTimelineMessageOptions {
  /** Position in `message.content`, from 0. */
  index: number;
}

export interface Timeline {
  /** Oldest first. Same reference while the list of rows is the same. */
  readonly rows: readonly TimelineRow[];
  /** True until the first page is there. */
  readonly isLoading: boolean;
  /** Why the messages could not be read. */
  readonly error: ThreadkitError | null;
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed; null again when it has succeeded. `error` holds it, too. */
  readonly olderError: ThreadkitError | null;
  readonly isLoadingOlder: boolean;
  /** What a row holds now, oldest first; not watched, and not a walk through the thread. The same function for good. */
  messagesOf(row: TimelineRow): readonly TimelineMessage[];
  loadOlder(): Promise<void>;
  /** Reads what others have written since; done by itself when the page wakes up and someone else has run. */
  loadNewer(): Promise<void>;
  /** Asks again after an error. */
  reload(): Promise<void>;
}

/** The rows of a thread: renders again when rows come or go, not when text grows. */
export function useTimeline(options: ThreadScopeOptions = {}): Timeline {
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const listed = useViewSelection(view, selectTimeline, isShallowEqual);
  const { messagesOf, loadOlder, loadNewer, reload } = view;
  return { ...listed, messagesOf, loadOlder, loadNewer, reload };
}

function selectTimeline(state: ThreadViewState) {
  const { rows, isLoading, loadError, hasOlder, olderError, isLoadingOlder } = state;
  return { rows, isLoading, error: loadError, hasOlder, olderError, isLoadingOlder };
}

/** One message by its key. Undefined when it is not (or no longer) there. */
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
 * One message by its key, as of the last time that something about it changed besides growing text: its status, its
 * parts and what they cite. Does not render for deltas: each part is read with `useMessagePart`.
 */
export function useMessageOutline(options: UseTimelineMessageOptions): TimelineMessage | undefined {
  const { messageKey } = options;
  const controller = useThreadController(options);
  const view = useThreadView(controller);
  const read = useCallback(() => view.findMessage(messageKey), [view, messageKey]);
  return useMessageReader(view, messageKey, useEqualRefs(read, isSameOutline));
}

/** One content part of a message: renders again when that part grew. */
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

'use client';
import {
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { MessageObject, ThreadkitError } from '@threadkit/core';
import { useCallback, useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { messageOptions, messagesOptions } from '../query/options.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { useMessageReader, useThreadView, useViewSelector } from './internal/use-view-selector.ts';
import { withLive } from './internal/with-live.ts';
import { useController } from './use-controller.ts';

export interface UseMessagesOptions {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
}

export interface UseMessageOptions extends UseMessagesOptions {
  /** The message to read; `undefined` disables the query. */
  messageId: string | undefined;
}

const selectMessages = ({ messages }: ThreadViewState) => messages;

/**
 * A thread's messages, oldest first, those being sent or written included. `fetchNextPage` reads older ones.
 * Renders again with every delta: rows of a long list read `useTimelineMessage`.
 */
export function useMessages({
  threadId,
}: UseMessagesOptions): UseInfiniteQueryResult<readonly MessageObject[], ThreadkitError> {
  const { client } = useThreadkit();
  const query = useInfiniteQuery({
    ...messagesOptions(client, threadId ?? ''),
    enabled: threadId !== undefined,
  });
  const timeline = useViewSelector(useThreadView(useController({ threadId })), selectMessages);
  const messages = useMemo(() => timeline.map(({ message }) => message), [timeline]);
  const data = query.data === undefined && messages.length === 0 ? undefined : messages;
  return { ...query, data } as UseInfiniteQueryResult<readonly MessageObject[], ThreadkitError>;
}

/** One message: as it happens while it is written, as it was stored otherwise. */
export function useMessage({
  threadId,
  messageId,
}: UseMessageOptions): UseQueryResult<MessageObject, ThreadkitError> {
  const { client } = useThreadkit();
  const view = useThreadView(useController({ threadId }));
  const key = view.controller.keyOf(messageId ?? '');
  const shown = useMessageReader(
    view,
    key,
    useCallback(() => view.findMessage(key)?.message, [view, key]),
  );
  const query = useQuery({
    ...messageOptions(client, threadId ?? '', messageId ?? ''),
    enabled: threadId !== undefined && messageId !== undefined && shown === undefined,
  });
  return withLive(query, shown);
}

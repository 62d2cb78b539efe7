'use client';
import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { MessageObject, ThreadkitError } from '@threadkit/core';
import { useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { messagesOptions } from '../query/options.ts';
import type { ThreadViewState } from '../view/thread-view.ts';
import { useController } from './use-controller.ts';
import { useThreadView, useViewSelector } from './use-view-selector.ts';

const selectMessages = ({ messages }: ThreadViewState) => messages;

/**
 * A thread's messages, oldest first, those being sent or written included. `fetchNextPage` reads older ones.
 * Renders again with every delta: rows of a long list read `useTimelineMessage`.
 */
export function useMessages(
  threadId: string | undefined,
): UseInfiniteQueryResult<readonly MessageObject[], ThreadkitError> {
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

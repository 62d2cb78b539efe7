'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MessageObject, ThreadkitError } from '@threadkit/core';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { useController } from '../provider/use-controller.ts';
import { messageOptions } from '../query/options.ts';
import type { QueryHookOptions } from '../query/query-hook-options.ts';
import { useLiveQueryOptions, withLiveData } from './internal/use-live-options.ts';
import { useMessageReader, useThreadView } from './internal/use-view-selector.ts';

/** Options of `useMessage`. */
export interface UseMessageOptions<Selected = MessageObject> {
  /** The thread of the message; `undefined` disables the query. */
  threadId: string | undefined;
  /** The message to read; `undefined` disables the query. */
  messageId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<MessageObject, Selected> | undefined;
}

/** Reads one message: live while it is written, otherwise as stored. Requests it only if the thread's loaded pages lack it. */
export function useMessage<Selected = MessageObject>({
  threadId,
  messageId,
  query = {},
}: UseMessageOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const view = useThreadView(useController({ threadId: query.enabled === false ? undefined : threadId }));
  const key = view.controller.getMessageKey(messageId ?? '');
  const live = useMessageReader(
    view,
    key,
    useCallback(() => view.findMessage(key)?.message, [view, key]),
  );
  const hasIds = threadId !== undefined && messageId !== undefined;
  const result = useQuery({
    ...messageOptions(client, threadId ?? '', messageId ?? ''),
    ...useLiveQueryOptions(live, hasIds, query),
  });
  return withLiveData(result, live, query.select);
}

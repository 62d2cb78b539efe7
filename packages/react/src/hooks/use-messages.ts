'use client';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { ListPage, MessageObject, ThreadkitError } from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';
import { useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { messagesOptions } from '../query/options.ts';
import type { ListQueryHookOptions } from '../query/query-hook-options.ts';
import { applySelect } from './internal/apply-select.ts';
import { resolvePlaceholder } from './internal/resolve-placeholder.ts';
import { useLiveMessages } from './internal/use-live-messages.ts';

/** Options of `useMessages`. */
export interface UseMessagesOptions<Selected = readonly MessageObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: ListQueryHookOptions<MessageObject, Selected> | undefined;
}

type Stored = InfiniteData<ListPage<MessageObject>, string | undefined>;

/**
 * Reads the messages of a thread, oldest first, including those that are being sent or written. `fetchNextPage` loads
 * 40 older ones. Re-renders on every delta: rows of a long list read `useTimelineMessage`.
 */
export function useMessages<Selected = readonly MessageObject[]>({
  threadId,
  query = {},
}: UseMessagesOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const { enabled = true, select, placeholderData, ...options } = query;
  const live = useLiveMessages(enabled === false ? undefined : threadId);
  const data = useMemo(
    () => ({
      select: (stored: Stored): Selected => applySelect(select, live ?? oldestFirst(stored)),
      placeholderData: (previous: Stored | undefined): Stored | undefined => {
        const shown = live ?? resolvePlaceholder(placeholderData, previous && oldestFirst(previous));
        return shown && { pages: [listPage(shown.toReversed(), false)], pageParams: [undefined] };
      },
    }),
    [live, select, placeholderData],
  );
  const result = useInfiniteQuery({
    ...messagesOptions(client, threadId ?? ''),
    ...options,
    ...data,
    enabled: threadId === undefined ? false : enabled,
  });
  if (live === undefined || !result.isLoadingError) return result;
  // Live messages stay visible when the stored ones could not be loaded: the result is that of a failed refetch.
  return { ...result, data: applySelect(select, live), isLoadingError: false, isRefetchError: true };
}

/** The messages of all pages. A page is newest first. */
export function oldestFirst({ pages }: InfiniteData<ListPage<MessageObject>>): readonly MessageObject[] {
  return pages.flatMap((page) => page.data).toReversed();
}

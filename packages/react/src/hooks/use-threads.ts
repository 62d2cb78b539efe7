'use client';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import type { ListPage, ThreadkitError, ThreadObject } from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadsByIdOptions, threadsOptions } from '../query/options.ts';
import type { ListQueryHookOptions } from '../query/query-hook-options.ts';
import { applySelect } from './internal/apply-select.ts';
import { resolvePlaceholder } from './internal/resolve-placeholder.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

/** Options of `useThreads`. */
export interface UseThreadsOptions<Selected = readonly ThreadObject[]> {
  /**
   * Ids of the threads to read when the backend cannot list threads, in the order to show them. Sends one request for
   * each. @defaultValue none
   */
  ids?: readonly string[] | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: ListQueryHookOptions<ThreadObject, Selected> | undefined;
}

const NO_IDS: readonly string[] = [];

/**
 * Reads the threads of the user, newest first, 100 a page. When the backend cannot list threads, reads those of `ids`,
 * 20 a page.
 */
export function useThreads<Selected = readonly ThreadObject[]>({
  ids = NO_IDS,
  query = {},
}: UseThreadsOptions<Selected> = {}): UseInfiniteQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const { enabled = true, select: selectThreads, placeholderData, ...options } = query;
  const capabilities = useKnownCapabilities(client);
  const select = useCallback(
    (pages: ThreadPages): Selected => applySelect(selectThreads, flatten(pages)),
    [selectThreads],
  );
  const listed = useInfiniteQuery({
    ...threadsOptions(client),
    ...options,
    select,
    placeholderData: (previous) =>
      toPages(resolvePlaceholder(placeholderData, previous && flatten(previous)), undefined),
    enabled,
  });
  // The response of the list sets the capability, and renders this hook again.
  const cannotList = client.listThreads === undefined || capabilities.listThreads === false;
  const isById = cannotList && ids.length > 0 && listed.isSuccess;
  const byId = useInfiniteQuery({
    ...threadsByIdOptions(client, ids),
    ...options,
    select,
    placeholderData: (previous) =>
      toPages(resolvePlaceholder(placeholderData ?? keepPreviousData, previous && flatten(previous)), 0),
    enabled: isById ? enabled : false,
  });
  return isById ? byId : listed;
}

type ThreadPages = InfiniteData<ListPage<ThreadObject>>;

function flatten({ pages }: ThreadPages): readonly ThreadObject[] {
  return pages.flatMap(({ data }) => data);
}

function toPages<PageParam>(
  threads: readonly ThreadObject[] | undefined,
  pageParam: PageParam,
): InfiniteData<ListPage<ThreadObject>, PageParam> | undefined {
  return threads && { pages: [listPage(threads, false)], pageParams: [pageParam] };
}

'use client';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import type { ListPage, ThreadkitError, ThreadObject } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadsByIdOptions, threadsOptions } from '../query/options.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

export interface UseThreadsOptions {
  /**
   * The threads the app knows of, in the order to show them. Read one by one, and only where the backend cannot
   * list threads itself. Keep the list the same while its ids are.
   */
  ids?: readonly string[] | undefined;
}

const NO_IDS: readonly string[] = [];

/**
 * The threads of this user, newest first: the newest hundred, and a hundred more with each `fetchNextPage`. Where
 * the backend cannot list threads: those of `ids`, twenty at a time, else none.
 */
export function useThreads({
  ids = NO_IDS,
}: UseThreadsOptions = {}): UseInfiniteQueryResult<readonly ThreadObject[], ThreadkitError> {
  const { client } = useThreadkit();
  const capabilities = useKnownCapabilities(client);
  const listed = useInfiniteQuery({ ...threadsOptions(client), select: flatten });
  // Known once the list has answered, which renders this again.
  const cannotList = client.listThreads === undefined || capabilities.listThreads === false;
  const isById = cannotList && ids.length > 0 && listed.isSuccess;
  const byId = useInfiniteQuery({
    ...threadsByIdOptions(client, ids),
    select: flatten,
    enabled: isById,
    placeholderData: keepPreviousData,
  });
  return (isById ? byId : listed) as UseInfiniteQueryResult<readonly ThreadObject[], ThreadkitError>;
}

function flatten({ pages }: InfiniteData<ListPage<ThreadObject>>): readonly ThreadObject[] {
  return pages.flatMap(({ data }) => data);
}

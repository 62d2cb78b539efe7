'use client';
import {
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { ThreadkitError, VectorStoreFileObject, VectorStoreObject } from '@threadkit/core';
import { useMemo } from 'react';
import { useLiveOptions } from '../hooks/internal/use-live-options.ts';
import { useThreadkit } from '../provider/threadkit-context.ts';
import type { ListQueryHookOptions, QueryHookOptions } from '../query/query-hook-options.ts';
import { queryOptions } from '../query/typed-options.ts';
import { vectorStoreKeys } from './keys.ts';
import { itemsOptions, listOptions } from './list-options.ts';
import { pollInterval } from './poll-interval.ts';
import { useVectorStoresClient } from './vector-stores-provider.tsx';

/** Options of `useVectorStores`. */
export interface UseVectorStoresOptions<Selected = readonly VectorStoreObject[]> {
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: ListQueryHookOptions<VectorStoreObject, Selected> | undefined;
}

/** Options of `useVectorStore`. */
export interface UseVectorStoreOptions<Selected = VectorStoreObject> {
  /** The vector store to read; `undefined` disables the query. */
  vectorStoreId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: QueryHookOptions<VectorStoreObject, Selected> | undefined;
}

/** Options of `useVectorStoreFiles`. */
export interface UseVectorStoreFilesOptions<Selected = readonly VectorStoreFileObject[]> {
  /** The vector store whose files to read; `undefined` disables the query. */
  vectorStoreId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: ListQueryHookOptions<VectorStoreFileObject, Selected> | undefined;
}

/**
 * Reads the vector stores, newest first, 100 a page. Reads them again every second while files of one of them are processed, or less often when
 * there are several pages.
 */
export function useVectorStores<Selected = readonly VectorStoreObject[]>({
  query = {},
}: UseVectorStoresOptions<Selected> = {}): UseInfiniteQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const vectorStores = useVectorStoresClient();
  const { enabled = true, select, placeholderData, ...options } = query;
  return useInfiniteQuery({
    ...listOptions(vectorStoreKeys.list(client), (page, sent) => vectorStores.list(page, sent)),
    ...options,
    ...useItemsOptions({ select, placeholderData }),
    enabled,
  });
}

/** Reads one vector store. Reads it again every second while its files are processed. */
export function useVectorStore<Selected = VectorStoreObject>({
  vectorStoreId,
  query = {},
}: UseVectorStoreOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const vectorStores = useVectorStoresClient();
  return useQuery({
    ...queryOptions({
      queryKey: vectorStoreKeys.vectorStore(client, vectorStoreId ?? ''),
      retry: false,
      queryFn: ({ signal }) => vectorStores.get(vectorStoreId ?? '', { signal }),
      refetchInterval: ({ state: { data } }) => pollInterval(data && [data]),
    }),
    ...query,
    ...useLiveOptions(undefined, query),
    enabled: vectorStoreId === undefined ? false : (query.enabled ?? true),
  });
}

/**
 * Reads the files of a vector store, newest first, 100 a page. Reads them again every second while one of them is `in_progress`, or less often when
 * there are several pages. The names of the files are those of the uploaded files, which have the same ids: see `fileOptions`.
 */
export function useVectorStoreFiles<Selected = readonly VectorStoreFileObject[]>({
  vectorStoreId,
  query = {},
}: UseVectorStoreFilesOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const vectorStores = useVectorStoresClient();
  const { enabled = true, select, placeholderData, ...options } = query;
  const id = vectorStoreId ?? '';
  return useInfiniteQuery({
    ...listOptions(vectorStoreKeys.files(client, id), (page, sent) =>
      vectorStores.files.list(id, page, sent),
    ),
    ...options,
    ...useItemsOptions({ select, placeholderData }),
    enabled: vectorStoreId === undefined ? false : enabled,
  });
}

/** Stable functions, so that TanStack Query does not select again with every rendering. */
function useItemsOptions<T extends VectorStoreObject | VectorStoreFileObject, Selected>({
  select,
  placeholderData,
}: Pick<ListQueryHookOptions<T, Selected>, 'select' | 'placeholderData'>) {
  return useMemo(() => itemsOptions({ select, placeholderData }), [select, placeholderData]);
}

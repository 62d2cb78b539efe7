import type { InfiniteData } from '@tanstack/react-query';
import type { ListPage, ListParams } from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';
import { applySelect } from '../hooks/internal/apply-select.ts';
import { resolvePlaceholder } from '../hooks/internal/resolve-placeholder.ts';
import { nextCursor } from '../query/pages.ts';
import type { ListQueryHookOptions } from '../query/query-hook-options.ts';
import { infiniteQueryOptions } from '../query/typed-options.ts';
import { pollInterval } from './poll-interval.ts';

const PAGE = 100;

interface Item {
  readonly id: string;
  readonly status: string;
}

/** A list, newest first, 100 a page, that is read again while an item is in progress. */
export function listOptions<T extends Item>(
  queryKey: readonly unknown[],
  read: (query: ListParams, options: { signal: AbortSignal }) => Promise<ListPage<T>>,
) {
  // Cursors are `unknown`, as in the options of the app.
  return infiniteQueryOptions<ListPage<T>, unknown>({
    queryKey,
    // The client retries by itself.
    retry: false,
    queryFn: ({ pageParam, signal }) =>
      read(
        { limit: PAGE, order: 'desc', after: typeof pageParam === 'string' ? pageParam : undefined },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: nextCursor,
    refetchInterval: ({ state: { data } }) => pollInterval(data && flatten(data), data?.pages.length),
  });
}

/** The `select` and the placeholder of the app, which read the items of all pages. */
export function itemsOptions<T extends Item, Selected>({
  select,
  placeholderData,
}: Pick<ListQueryHookOptions<T, Selected>, 'select' | 'placeholderData'>) {
  return {
    select: (data: InfiniteData<ListPage<T>>): Selected => applySelect(select, flatten(data)),
    placeholderData: (previous: InfiniteData<ListPage<T>> | undefined) => {
      const items = resolvePlaceholder(placeholderData, previous && flatten(previous));
      return items && { pages: [listPage(items, false)], pageParams: [undefined] };
    },
  };
}

function flatten<T>({ pages }: { readonly pages: readonly ListPage<T>[] }): readonly T[] {
  return pages.flatMap(({ data }) => data);
}

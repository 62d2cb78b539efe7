import type {
  InfiniteData,
  QueryKey,
  UseInfiniteQueryOptions,
  UseQueryOptions,
  UseSuspenseInfiniteQueryOptions,
  UseSuspenseQueryOptions,
} from '@tanstack/react-query';
import type { ListPage, ThreadkitError } from '@threadkit/core';

type SetByHook =
  | 'queryKey'
  | 'queryFn'
  | 'queryKeyHashFn'
  | 'persister'
  | 'select'
  | 'placeholderData'
  // Data that counts as fetched would never be refetched: use `placeholderData`, or prefetch.
  | 'initialData'
  | 'initialDataUpdatedAt'
  | 'initialPageParam'
  | 'getNextPageParam'
  | 'getPreviousPageParam'
  | 'maxPages';

interface SelectOption<Data, Selected> {
  /**
   * Computes the `data` of the result. Runs again when the data or the function changes: define it outside of the
   * component, or memoize it, when it is expensive or returns a new object each time.
   */
  select?: ((data: Data) => Selected) | undefined;
}

interface PlaceholderOption<Data> {
  /** Shown until the first data is there: the data, or a function of the data of the previous query. */
  placeholderData?: Data | ((previous: Data | undefined) => Data | undefined) | undefined;
}

/**
 * The options of TanStack's `useQuery`, except those that the hook sets and `initialData`.
 *
 * @typeParam Stored What the query cache stores, where it differs from `Data`.
 */
export type QueryHookOptions<Data, Selected = Data, Stored = Data> = Omit<
  UseQueryOptions<Stored, ThreadkitError>,
  SetByHook
> &
  SelectOption<Data, Selected> &
  PlaceholderOption<Data>;

/**
 * The options of TanStack's `useInfiniteQuery`, except those that the hook sets and `initialData`. `select` reads the items
 * of all pages.
 */
export type ListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<
  UseInfiniteQueryOptions<ListPage<Item>, ThreadkitError>,
  SetByHook
> &
  SelectOption<readonly Item[], Selected> &
  PlaceholderOption<readonly Item[]>;

/** The options of TanStack's `useSuspenseQuery`, except those that the hook sets and `initialData`. */
export type SuspenseQueryHookOptions<Data, Selected = Data> = Omit<
  UseSuspenseQueryOptions<Data, ThreadkitError>,
  SetByHook
> &
  SelectOption<Data, Selected>;

/**
 * The options of TanStack's `useSuspenseInfiniteQuery`, except those that the hook sets and `initialData`. `select` reads
 * the items of all pages.
 */
export type SuspenseListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<
  UseSuspenseInfiniteQueryOptions<
    ListPage<Item>,
    ThreadkitError,
    InfiniteData<ListPage<Item>>,
    QueryKey,
    string | undefined
  >,
  SetByHook
> &
  SelectOption<readonly Item[], Selected>;

import {
  type InfiniteData,
  infiniteQueryOptions as tanstackInfiniteQueryOptions,
  queryOptions as tanstackQueryOptions,
  type UnusedSkipTokenInfiniteOptions,
  type UnusedSkipTokenOptions,
} from '@tanstack/react-query';
import type { ThreadkitError } from '@threadkit/core';

/**
 * As TanStack's `queryOptions`, with the error type of the client. Only an error that `ClientOptions.headers` throws has
 * another type.
 */
export function queryOptions<Data>(options: UnusedSkipTokenOptions<Data, ThreadkitError>) {
  return tanstackQueryOptions<Data, ThreadkitError>(options);
}

/** As TanStack's `infiniteQueryOptions`, with the error type of the client. */
export function infiniteQueryOptions<Page, PageParam>(
  options: UnusedSkipTokenInfiniteOptions<
    Page,
    ThreadkitError,
    InfiniteData<Page, PageParam>,
    readonly unknown[],
    PageParam
  >,
) {
  return tanstackInfiniteQueryOptions<
    Page,
    ThreadkitError,
    InfiniteData<Page, PageParam>,
    readonly unknown[],
    PageParam
  >(options);
}

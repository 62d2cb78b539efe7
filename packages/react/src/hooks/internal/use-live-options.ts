'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ThreadkitError } from '@threadkit/core';
import { useMemo } from 'react';
import type { QueryHookOptions } from '../../query/query-hook-options.ts';
import { applySelect } from './apply-select.ts';
import { resolvePlaceholder } from './resolve-placeholder.ts';

interface LiveOptions<Data, Selected> {
  select: (stored: Data) => Selected;
  placeholderData: (previous: Data | undefined) => Data | undefined;
}

/**
 * Query options in which live data takes precedence over stored data: the live data is the placeholder until stored data
 * exists, and replaces it in `select` afterwards.
 *
 * @param choose Decides when both exist. @defaultValue the live data
 */
export function useLiveOptions<Data extends object, Selected>(
  live: Data | undefined,
  { select, placeholderData }: Pick<QueryHookOptions<Data, Selected>, 'select' | 'placeholderData'>,
  choose: (stored: Data, live: Data) => Data = chooseLive,
): LiveOptions<Data, Selected> {
  return useMemo(
    () => ({
      select: (stored) => applySelect(select, live === undefined ? stored : choose(stored, live)),
      // A new function for each `select`: TanStack keeps the result of a placeholder while its identity is the same.
      placeholderData: (previous) => live ?? resolvePlaceholder(placeholderData, previous),
    }),
    [live, select, placeholderData, choose],
  );
}

/**
 * The options of the app, with live data taking precedence over stored data. Requests the stored data only while there is
 * no live data.
 *
 * @param hasIds Whether all ids of the query are known.
 */
export function useLiveQueryOptions<Data extends object, Selected>(
  live: Data | undefined,
  hasIds: boolean,
  query: QueryHookOptions<Data, Selected>,
  choose?: (stored: Data, live: Data) => Data,
): Omit<QueryHookOptions<Data, Selected>, keyof LiveOptions<Data, Selected>> & LiveOptions<Data, Selected> {
  return {
    ...query,
    ...useLiveOptions(live, query, choose),
    enabled: hasIds && live === undefined ? (query.enabled ?? true) : false,
  };
}

const chooseLive = <Data>(_stored: Data, live: Data): Data => live;

/** Live data stays visible when the stored data could not be loaded: the result is that of a failed refetch. */
export function withLiveData<Data, Selected>(
  result: UseQueryResult<Selected, ThreadkitError>,
  live: Data | undefined,
  select: ((data: Data) => Selected) | undefined,
): UseQueryResult<Selected, ThreadkitError> {
  if (live === undefined || !result.isLoadingError) return result;
  return { ...result, data: applySelect(select, live), isLoadingError: false, isRefetchError: true };
}

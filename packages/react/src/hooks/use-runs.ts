'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ListPage, RunObject, ThreadkitError } from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';
import { useMemo } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { runsOptions } from '../query/options.ts';
import type { QueryHookOptions } from '../query/query-hook-options.ts';
import type { ThreadViewState } from '../thread-view/thread-view-state.ts';
import { applySelect } from './internal/apply-select.ts';
import { resolvePlaceholder } from './internal/resolve-placeholder.ts';
import { useLive } from './internal/use-live.ts';
import { withLiveData } from './internal/use-live-options.ts';

/** Options of `useRuns`. */
export interface UseRunsOptions<Selected = readonly RunObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly RunObject[], Selected, ListPage<RunObject>> | undefined;
}

/** Reads the newest 100 runs of a thread, oldest first, the active one live. */
export function useRuns<Selected = readonly RunObject[]>({
  threadId,
  query = {},
}: UseRunsOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  const { enabled = true, select, placeholderData, ...options } = query;
  const runs = useLive(enabled === false ? undefined : threadId, selectRuns);
  const live = runs.length > 0 ? runs : undefined;
  const data = useMemo(
    () => ({
      select: (page: ListPage<RunObject>): Selected => applySelect(select, live ?? reverse(page.data)),
      placeholderData: (previous: ListPage<RunObject> | undefined): ListPage<RunObject> | undefined => {
        const shown = live ?? resolvePlaceholder(placeholderData, previous && reverse(previous.data));
        return shown && listPage(reverse(shown), false);
      },
    }),
    [live, select, placeholderData],
  );
  const result = useQuery({
    ...runsOptions(client, threadId ?? ''),
    ...options,
    ...data,
    enabled: threadId === undefined ? false : enabled,
  });
  return withLiveData(result, live, select);
}

const selectRuns = ({ runs }: ThreadViewState): readonly RunObject[] => runs;
const reverse = (runs: readonly RunObject[]): readonly RunObject[] => runs.toReversed();

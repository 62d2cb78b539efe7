'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AssistantObject, ThreadkitError } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { assistantOptions, assistantsOptions } from '../query/options.ts';
import type { QueryHookOptions } from '../query/query-hook-options.ts';
import { useLiveOptions } from './internal/use-live-options.ts';

/** Options of `useAssistants`. */
export interface UseAssistantsOptions<Selected = readonly AssistantObject[]> {
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly AssistantObject[], Selected> | undefined;
}

/** Options of `useAssistant`. */
export interface UseAssistantOptions<Selected = AssistantObject> {
  /** The assistant to read; `undefined` disables the query. */
  assistantId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<AssistantObject, Selected> | undefined;
}

/** Reads the newest 100 assistants, newest first. */
export function useAssistants<Selected = readonly AssistantObject[]>({
  query = {},
}: UseAssistantsOptions<Selected> = {}): UseQueryResult<Selected, ThreadkitError> {
  return useQuery({
    ...assistantsOptions(useThreadkit().client),
    ...query,
    ...useLiveOptions(undefined, query),
  });
}

/** Reads one assistant. */
export function useAssistant<Selected = AssistantObject>({
  assistantId,
  query = {},
}: UseAssistantOptions<Selected>): UseQueryResult<Selected, ThreadkitError> {
  const { client } = useThreadkit();
  return useQuery({
    ...assistantOptions(client, assistantId ?? ''),
    ...query,
    ...useLiveOptions(undefined, query),
    enabled: assistantId === undefined ? false : (query.enabled ?? true),
  });
}

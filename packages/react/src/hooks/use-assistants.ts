'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AssistantObject, ThreadkitError } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { assistantOptions, assistantsOptions } from '../query/options.ts';

export interface UseAssistantOptions {
  /** The assistant to read; `undefined` disables the query. */
  assistantId: string | undefined;
}

/** The newest hundred assistants, newest first. */
export function useAssistants(): UseQueryResult<readonly AssistantObject[], ThreadkitError> {
  return useQuery(assistantsOptions(useThreadkit().client)) as UseQueryResult<
    readonly AssistantObject[],
    ThreadkitError
  >;
}

/** One assistant. */
export function useAssistant({
  assistantId,
}: UseAssistantOptions): UseQueryResult<AssistantObject, ThreadkitError> {
  const { client } = useThreadkit();
  return useQuery({
    ...assistantOptions(client, assistantId ?? ''),
    enabled: assistantId !== undefined,
  }) as UseQueryResult<AssistantObject, ThreadkitError>;
}

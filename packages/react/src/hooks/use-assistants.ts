'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AssistantObject, ThreadkitError } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { assistantOptions, assistantsOptions } from '../query/options.ts';

/** The newest hundred assistants, newest first. */
export function useAssistants(): UseQueryResult<readonly AssistantObject[], ThreadkitError> {
  return useQuery(assistantsOptions(useThreadkit().client)) as UseQueryResult<
    readonly AssistantObject[],
    ThreadkitError
  >;
}

export function useAssistant(
  assistantId: string | undefined,
): UseQueryResult<AssistantObject, ThreadkitError> {
  const { client } = useThreadkit();
  return useQuery({
    ...assistantOptions(client, assistantId ?? ''),
    enabled: assistantId !== undefined,
  }) as UseQueryResult<AssistantObject, ThreadkitError>;
}

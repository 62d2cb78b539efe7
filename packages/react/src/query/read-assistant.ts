import type { QueryClient } from '@tanstack/react-query';
import type { AssistantObject, AssistantsApi } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';

/** How old a cached assistant may be when a run is started with its tools. */
const FRESH_MS = 60_000;

/**
 * Reads assistants for starting runs: from the cache while it is fresh, else from the backend. Not `fetchQuery`, whose
 * promise rejects when a component that reads the same assistant unmounts.
 */
export function createAssistantReader(
  client: AssistantsApi,
  queryClient: QueryClient,
): (assistantId: string) => Promise<AssistantObject> {
  return async (assistantId) => {
    const queryKey = threadkitKeys.assistant(client, assistantId);
    const query = queryClient.getQueryCache().find<AssistantObject>({ queryKey });
    if (query?.state.data && !query.isStaleByTime(FRESH_MS)) return query.state.data;
    const assistant = await client.getAssistant(assistantId);
    queryClient.setQueryData(queryKey, assistant);
    return assistant;
  };
}

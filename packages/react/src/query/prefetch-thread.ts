import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { messagesOptions, runStepsOptions, runsOptions } from './options.ts';

/**
 * Loads what the first screen of a thread needs into the query cache: its newest messages, its runs, and the steps of
 * the newest run. For loaders and server components; after hydration the page does not load them again. Never rejects:
 * the page loads what has failed.
 */
export async function prefetchThread(
  queryClient: QueryClient,
  client: AssistantsApi,
  threadId: string,
): Promise<void> {
  await Promise.all([
    queryClient.prefetchInfiniteQuery(messagesOptions(client, threadId)),
    queryClient.prefetchQuery(runsOptions(client, threadId)),
  ]);
  const latest = queryClient.getQueryData(runsOptions(client, threadId).queryKey)?.data[0];
  if (latest) await queryClient.prefetchQuery(runStepsOptions(client, threadId, latest.id));
}

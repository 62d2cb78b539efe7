import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { messagesOptions, runStepsOptions, runsOptions } from './options.ts';

/**
 * Reads what a thread's first screen needs: its newest messages, its runs and the newest run's steps. For
 * loaders and server components; what was prefetched is not asked for again after hydration. Never rejects: what
 * failed is asked for by the page.
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

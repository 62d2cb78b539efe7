import type { QueryClient } from '@tanstack/react-query';
import { type AssistantsApi, isThreadkitError, type ListPage, type MessageObject } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';
import { type Pages, upsertIntoPages } from './pages.ts';

const PAGE = 100;

/**
 * Loads the messages after the newest cached one and adds them to the first page; other pages do not change. Reloads
 * the list if that message was deleted. Does nothing if the list is not in the cache.
 *
 * @throws `ThreadkitError` when the messages cannot be read.
 */
export async function syncNewest(
  client: AssistantsApi,
  queryClient: QueryClient,
  threadId: string,
): Promise<void> {
  const queryKey = threadkitKeys.messages(client, threadId);
  const pages = queryClient.getQueryData<Pages<MessageObject>>(queryKey);
  if (!pages) return;
  let after = pages.pages[0]?.data[0]?.id;
  if (after === undefined) return queryClient.invalidateQueries({ queryKey });
  const cursors = new Set<string>();
  try {
    // Not `paginate`, which yields objects: each page is cached before the next one is requested, so that an error keeps it.
    // A backend that repeats a cursor would make this loop endless.
    while (after !== undefined && !cursors.has(after)) {
      cursors.add(after);
      const page: ListPage<MessageObject> = await client.listMessages(threadId, {
        order: 'asc',
        after,
        limit: PAGE,
      });
      queryClient.setQueryData<Pages<MessageObject>>(
        queryKey,
        (current) => current && upsertIntoPages(current, page.data),
      );
      after = page.has_more ? page.data.at(-1)?.id : undefined;
    }
  } catch (error) {
    const isDeadCursor = isThreadkitError(error) && (error.status === 400 || error.status === 404);
    if (!isDeadCursor) throw error;
    await queryClient.invalidateQueries({ queryKey });
  }
}

import type { QueryClient } from '@tanstack/react-query';
import { type AssistantsApi, type MessageObject, ThreadkitError } from '@threadkit/core';
import { threadkitKeys } from '../query/keys.ts';
import { type Pages, upsertIntoPages } from '../query/pages.ts';

const PAGE = 100;

/**
 * Reads what is newer than the newest cached message, and puts it at the head: the pages behind it stay as they
 * are. Reloads the list where that message is gone, and does nothing where no list was read yet.
 *
 * @throws `ThreadkitError` when the messages cannot be read.
 */
export async function syncHead(
  client: AssistantsApi,
  queryClient: QueryClient,
  threadId: string,
): Promise<void> {
  const queryKey = threadkitKeys.messages(client, threadId);
  const pages = queryClient.getQueryData<Pages<MessageObject>>(queryKey);
  if (!pages) return;
  let after = pages.pages[0]?.data[0]?.id;
  if (after === undefined) return queryClient.invalidateQueries({ queryKey });
  try {
    for (;;) {
      const page = await client.listMessages(threadId, { order: 'asc', after, limit: PAGE });
      queryClient.setQueryData<Pages<MessageObject>>(
        queryKey,
        (current) => current && upsertIntoPages(current, page.data),
      );
      after = page.data.at(-1)?.id;
      if (!page.has_more || after === undefined) return;
    }
  } catch (error) {
    const isDeadCursor = error instanceof ThreadkitError && (error.status === 400 || error.status === 404);
    if (!isDeadCursor) throw error;
    await queryClient.invalidateQueries({ queryKey });
  }
}

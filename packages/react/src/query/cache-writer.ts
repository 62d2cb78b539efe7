import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AssistantsApi, ListPage, MessageObject, PersistedChange, RunObject } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';
import { emptyPages, type Pages, removeFromPages, upsertIntoPage, upsertIntoPages } from './pages.ts';
import { syncNewest } from './sync-newest.ts';

/** Writes the changes that controllers report into the query cache. Mutations and reads write their own results. */
export interface CacheWriter {
  onPersisted(change: PersistedChange): void;
  onThreadCreated(threadId: string): void;
  onOutdated(threadId: string): void;
}

export function createCacheWriter(client: AssistantsApi, queryClient: QueryClient): CacheWriter {
  /**
   * A list request in flight started before this change and would overwrite it, so it is cancelled first, and sent
   * again afterwards. Until it has loaded, the local messages of the controller show the change.
   */
  async function write<T>(queryKey: QueryKey, change: (data: T) => T): Promise<void> {
    const filters = { queryKey, exact: true };
    const wasFetching = queryClient.isFetching(filters) > 0;
    await queryClient.cancelQueries(filters);
    queryClient.setQueryData<T>(queryKey, (data) => (data === undefined ? undefined : change(data)));
    if (wasFetching) await queryClient.refetchQueries(filters);
  }

  return {
    onPersisted({ threadId, messages, run, steps, thread, removed = [] }) {
      if (thread) {
        queryClient.setQueryData(threadkitKeys.thread(client, threadId), thread);
        void queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
      }
      const keys = {
        messages: threadkitKeys.messages(client, threadId),
        runs: threadkitKeys.runList(client, threadId),
      };
      void write<Pages<MessageObject>>(keys.messages, (pages) =>
        removed.reduce(removeFromPages, upsertIntoPages(pages, messages)),
      );
      if (!run) return;
      void write<ListPage<RunObject>>(keys.runs, (page) => upsertIntoPage(page, [run]));
      queryClient.setQueryData(threadkitKeys.run(client, threadId, run.id), run);
      if (steps) queryClient.setQueryData(threadkitKeys.runSteps(client, threadId, run.id), steps);
    },
    onOutdated(threadId) {
      // After a failure the cached list stays, and the next subscriber loads the newest messages again.
      syncNewest(client, queryClient, threadId).catch(() => {});
      void queryClient.invalidateQueries({ queryKey: threadkitKeys.runList(client, threadId) });
    },
    onThreadCreated(threadId) {
      // A thread that was just created has no messages and no runs, so its lists need no request.
      const { pages } = emptyPages<RunObject>();
      queryClient.setQueryData(threadkitKeys.messages(client, threadId), emptyPages<MessageObject>());
      queryClient.setQueryData(threadkitKeys.runList(client, threadId), pages[0]);
      void queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
    },
  };
}

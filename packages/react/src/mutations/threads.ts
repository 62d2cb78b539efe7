'use client';
import type {
  CreateThreadAndRunRequest,
  CreateThreadRequest,
  ModifyThreadRequest,
  ThreadObject,
} from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { type PagesBy, removeFromPages, replaceInPages } from '../query/pages.ts';
import { useWrite } from './use-write.ts';

export interface ThreadMetadataChange {
  threadId: string;
  changes: Readonly<Record<string, string | undefined>>;
}

type ThreadPages = PagesBy<ThreadObject, unknown>;

/** Changes every list of threads at once: the answer of the next request for them is some time away. */
function changeLists(
  { client, queryClient }: ThreadkitScope,
  change: (pages: ThreadPages) => ThreadPages,
): void {
  queryClient.setQueriesData<ThreadPages>(
    { queryKey: threadkitKeys.threadList(client) },
    (pages) => pages && change(pages),
  );
}

function keep(scope: ThreadkitScope, thread: ThreadObject): Promise<void> {
  const { client, queryClient } = scope;
  queryClient.setQueryData(threadkitKeys.thread(client, thread.id), thread);
  changeLists(scope, (pages) => replaceInPages(pages, thread));
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
}

export function useCreateThread() {
  return useWrite(
    ({ client }, { body }: { body?: CreateThreadRequest | undefined }) => client.createThread(body),
    keep,
  );
}

export function useModifyThread() {
  return useWrite(
    ({ client }, { threadId, body }: { threadId: string; body: ModifyThreadRequest }) =>
      client.modifyThread(threadId, body),
    keep,
  );
}

/**
 * Changes some keys of a thread's metadata and leaves the others as they are; undefined takes a key out. The wire
 * replaces the map whole, so the thread is read first; changes of one page wait for each other.
 */
export function useModifyThreadMetadata() {
  return useWrite(
    async ({ client }, { threadId, changes }: ThreadMetadataChange) => {
      const { metadata } = await client.getThread(threadId);
      const changed = Object.entries({ ...metadata, ...changes }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      );
      return client.modifyThread(threadId, { metadata: Object.fromEntries(changed) });
    },
    keep,
    'threadkit:thread-metadata',
  );
}

/** Deletes a thread with all it holds. Whoever still looks at it is told that it is gone. */
export function useDeleteThread() {
  return useWrite(
    ({ client }, { threadId }: { threadId: string }) => client.deleteThread(threadId),
    (scope, { id }) => {
      const { client, queryClient, registry, drafts } = scope;
      registry.forget(id);
      drafts.forget(id);
      changeLists(scope, (pages) => removeFromPages(pages, id));
      queryClient.removeQueries({ queryKey: threadkitKeys.thread(client, id) });
      return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
    },
  );
}

/** Creates a thread and a run in one request; a page that shows the thread picks the run up. */
export function useCreateThreadAndRun() {
  return useWrite(
    ({ client }, { body }: { body: CreateThreadAndRunRequest }) => client.createThreadAndRun(body),
    ({ client, queryClient }, run) => {
      queryClient.setQueryData(threadkitKeys.run(client, run.thread_id, run.id), run);
      return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
    },
  );
}

'use client';
import type {
  CreateThreadAndRunRequest,
  CreateThreadRequest,
  ModifyThreadRequest,
  ThreadObject,
} from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { useWrite } from './use-write.ts';

function keep({ client, queryClient }: ThreadkitScope, thread: ThreadObject): Promise<void> {
  queryClient.setQueryData(threadkitKeys.thread(client, thread.id), thread);
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

/** Deletes a thread with all it holds. Whoever still looks at it is told that it is gone. */
export function useDeleteThread() {
  return useWrite(
    ({ client }, { threadId }: { threadId: string }) => client.deleteThread(threadId),
    ({ client, queryClient, registry }, { id }) => {
      registry.forget(id);
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

'use client';
import type {
  AssistantsApi,
  CreateThreadAndRunRequest,
  CreateThreadRequest,
  Deleted,
  ModifyThreadRequest,
  RunObject,
  ThreadObject,
} from '@threadkit/core';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';
import { type PagesBy, removeFromPages, replaceInPages } from '../query/pages.ts';
import { type MutationHookOptions, type MutationHookResult, useApiMutation } from './use-api-mutation.ts';

/** Variables of `useCreateThread`. */
export interface CreateThreadVariables {
  /** First messages, metadata and tool resources of the thread. @defaultValue an empty thread */
  body?: CreateThreadRequest | undefined;
}

/** Variables of `useModifyThread`. */
export interface ModifyThreadVariables {
  /** The thread to change. */
  threadId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyThreadRequest;
}

/** Variables of `useModifyThreadMetadata`. */
export interface ModifyThreadMetadataVariables {
  /** The thread to change. */
  threadId: string;
  /** The keys to change; `undefined` removes a key. */
  changes: Readonly<Record<string, string | undefined>>;
}

/** Variables of `useDeleteThread`. */
export interface DeleteThreadVariables {
  /** The thread to delete. */
  threadId: string;
}

/** Variables of `useCreateThreadAndRun`. */
export interface CreateThreadAndRunVariables {
  /** The assistant, the first messages of the thread, and parameters over those of the assistant. */
  body: CreateThreadAndRunRequest;
}

/** Creates a thread. */
export function useCreateThread<OnMutateResult = unknown>(
  options: MutationHookOptions<ThreadObject, CreateThreadVariables, OnMutateResult> = {},
): MutationHookResult<ThreadObject, CreateThreadVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { body }) => client.createThread(body), updateCache: storeThread },
    options,
  );
}

/** Changes a thread. `body.metadata` replaces the whole map; `useModifyThreadMetadata` changes some of its keys. */
export function useModifyThread<OnMutateResult = unknown>(
  options: MutationHookOptions<ThreadObject, ModifyThreadVariables, OnMutateResult> = {},
): MutationHookResult<ThreadObject, ModifyThreadVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, body }) => client.modifyThread(threadId, body),
      updateCache: storeThread,
    },
    options,
  );
}

/**
 * Changes some keys of a thread's metadata and keeps the others. The API replaces the whole map, so the thread is read
 * first; the changes of one page run one after another (`scope`).
 */
export function useModifyThreadMetadata<OnMutateResult = unknown>(
  options: MutationHookOptions<ThreadObject, ModifyThreadMetadataVariables, OnMutateResult> = {},
): MutationHookResult<ThreadObject, ModifyThreadMetadataVariables, OnMutateResult> {
  return useApiMutation(
    { request: modifyMetadata, updateCache: storeThread },
    { scope: { id: 'threadkit:thread-metadata' }, ...options },
  );
}

/** Deletes a thread, its messages and its runs. Components that still show it get the error of a deleted thread. */
export function useDeleteThread<OnMutateResult = unknown>(
  options: MutationHookOptions<Deleted<'thread'>, DeleteThreadVariables, OnMutateResult> = {},
): MutationHookResult<Deleted<'thread'>, DeleteThreadVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { threadId }) => client.deleteThread(threadId), updateCache: removeThread },
    options,
  );
}

/** Creates a thread and a run in one request. Components that show the thread afterwards follow the run. */
export function useCreateThreadAndRun<OnMutateResult = unknown>(
  options: MutationHookOptions<RunObject, CreateThreadAndRunVariables, OnMutateResult> = {},
): MutationHookResult<RunObject, CreateThreadAndRunVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { body }) => client.createThreadAndRun(body), updateCache: storeFirstRun },
    options,
  );
}

async function modifyMetadata(
  client: AssistantsApi,
  { threadId, changes }: ModifyThreadMetadataVariables,
): Promise<ThreadObject> {
  const { metadata } = await client.getThread(threadId);
  const changed = Object.entries({ ...metadata, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return client.modifyThread(threadId, { metadata: Object.fromEntries(changed) });
}

type ThreadPages = PagesBy<ThreadObject, unknown>;

/** Changes every cached list of threads now, because the refetch that follows takes a while. */
function updateLists(
  { client, queryClient }: ThreadkitContextValue,
  change: (pages: ThreadPages) => ThreadPages,
): void {
  queryClient.setQueriesData<ThreadPages>(
    { queryKey: threadkitKeys.threadList(client) },
    (pages) => pages && change(pages),
  );
}

function storeThread(context: ThreadkitContextValue, thread: ThreadObject): Promise<void> {
  const { client, queryClient } = context;
  queryClient.setQueryData(threadkitKeys.thread(client, thread.id), thread);
  updateLists(context, (pages) => replaceInPages(pages, thread));
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
}

function removeThread(context: ThreadkitContextValue, { id }: Deleted<'thread'>): Promise<void> {
  const { client, queryClient, registry, drafts } = context;
  registry.remove(id);
  drafts.forget(id);
  updateLists(context, (pages) => removeFromPages(pages, id));
  queryClient.removeQueries({ queryKey: threadkitKeys.thread(client, id) });
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
}

function storeFirstRun({ client, queryClient }: ThreadkitContextValue, run: RunObject): Promise<void> {
  queryClient.setQueryData(threadkitKeys.run(client, run.thread_id, run.id), run);
  return queryClient.invalidateQueries({ queryKey: threadkitKeys.threadList(client) });
}

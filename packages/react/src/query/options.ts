import {
  type AssistantsApi,
  isThreadkitError,
  type ListPage,
  type MessageObject,
  type ThreadObject,
} from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';
import { threadkitKeys } from './keys.ts';
import { nextCursor } from './pages.ts';
import { infiniteQueryOptions, queryOptions } from './typed-options.ts';

const MESSAGES_PAGE = 40;
const RUNS_PAGE = 100;
const STEPS_PAGE = 100;
const THREADS_PAGE = 100;
/** Each thread of the page is one request. */
const THREADS_BY_ID_PAGE = 20;

/**
 * Defaults of every query of a thread. Events update its data, so it never becomes stale and is not refetched on
 * focus. `structuralSharing` would walk every page on every update.
 */
const EVENT_DRIVEN = {
  staleTime: Number.POSITIVE_INFINITY,
  // The client retries by itself.
  retry: false,
  refetchOnWindowFocus: false,
  structuralSharing: false,
} as const;

/** The messages of a thread, 40 a page. Pages and the messages of a page are newest first, as the API returns them. */
export function messagesOptions(client: AssistantsApi, threadId: string) {
  return infiniteQueryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.messages(client, threadId),
    queryFn: ({ pageParam, signal }): Promise<ListPage<MessageObject>> =>
      client.listMessages(threadId, { limit: MESSAGES_PAGE, order: 'desc', after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });
}

/** One message. Never stale: events of a followed run update it. Not retried, as the client retries by itself. */
export function messageOptions(client: AssistantsApi, threadId: string, messageId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.message(client, threadId, messageId),
    queryFn: ({ signal }) => client.getMessage(threadId, messageId, { signal }),
  });
}

/** The newest 100 runs of a thread, newest first. */
export function runsOptions(client: AssistantsApi, threadId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.runList(client, threadId),
    queryFn: ({ signal }) => client.listRuns(threadId, { limit: RUNS_PAGE, order: 'desc' }, { signal }),
  });
}

/** One run, without its steps and messages. Never stale: events update it while the page follows it. */
export function runOptions(client: AssistantsApi, threadId: string, runId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.run(client, threadId, runId),
    queryFn: ({ signal }) => client.getRun(threadId, runId, { signal }),
  });
}

/** The first 100 steps of a run, oldest first. */
export function runStepsOptions(client: AssistantsApi, threadId: string, runId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.runSteps(client, threadId, runId),
    queryFn: async ({ signal }) => {
      const page = await client.listRunSteps(
        threadId,
        runId,
        { limit: STEPS_PAGE, order: 'asc' },
        { signal },
      );
      return page.data;
    },
  });
}

/** One step of a run. Never stale: events update it while the page follows the run. */
export function runStepOptions(client: AssistantsApi, threadId: string, runId: string, stepId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.runStep(client, threadId, runId, stepId),
    queryFn: ({ signal }) => client.getRunStep(threadId, runId, stepId, { signal }),
  });
}

/** A thread object: its metadata and tool resources, without messages. */
export function threadOptions(client: AssistantsApi, threadId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.thread(client, threadId),
    queryFn: ({ signal }) => client.getThread(threadId, { signal }),
  });
}

/** The newest 100 assistants, newest first. */
export function assistantsOptions(client: AssistantsApi) {
  return queryOptions({
    queryKey: threadkitKeys.assistantList(client),
    retry: false,
    queryFn: async ({ signal }) => {
      const page = await client.listAssistants({ limit: 100, order: 'desc' }, { signal });
      return page.data;
    },
  });
}

/** One assistant. Stale by the defaults of the query client, because no event reports changes of assistants. */
export function assistantOptions(client: AssistantsApi, assistantId: string) {
  return queryOptions({
    queryKey: threadkitKeys.assistant(client, assistantId),
    retry: false,
    queryFn: ({ signal }) => client.getAssistant(assistantId, { signal }),
  });
}

/** The threads of the user, newest first, 100 a page. Empty when the backend cannot list threads (`capabilities.listThreads`). */
export function threadsOptions(client: AssistantsApi) {
  return infiniteQueryOptions({
    queryKey: threadkitKeys.threadList(client),
    retry: false,
    queryFn: async ({ pageParam, signal }): Promise<ListPage<ThreadObject>> => {
      try {
        const query = { limit: THREADS_PAGE, order: 'desc', after: pageParam } as const;
        return (await client.listThreads?.(query, { signal })) ?? listPage([], false);
      } catch (error) {
        // The failed response has set the capability: this backend has no list of threads.
        if (client.capabilities.listThreads === false) return listPage([], false);
        throw error;
      }
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });
}

/**
 * The threads with these ids, in this order, 20 a page, for backends that cannot list threads. Deleted threads are
 * left out.
 */
export function threadsByIdOptions(client: AssistantsApi, ids: readonly string[]) {
  return infiniteQueryOptions({
    queryKey: threadkitKeys.threadsById(client, ids),
    retry: false,
    queryFn: async ({ pageParam, signal }): Promise<ListPage<ThreadObject>> => {
      const wanted = ids.slice(pageParam, pageParam + THREADS_BY_ID_PAGE);
      const found = await Promise.all(wanted.map((id) => findThread(client, id, signal)));
      const hasMore = pageParam + wanted.length < ids.length;
      return listPage(
        found.filter((thread) => thread !== undefined),
        hasMore,
      );
    },
    initialPageParam: 0,
    getNextPageParam: ({ has_more }, _pages, offset) => (has_more ? offset + THREADS_BY_ID_PAGE : undefined),
  });
}

async function findThread(
  client: AssistantsApi,
  threadId: string,
  signal: AbortSignal,
): Promise<ThreadObject | undefined> {
  try {
    return await client.getThread(threadId, { signal });
  } catch (error) {
    if (isThreadkitError(error) && error.status === 404) return undefined;
    throw error;
  }
}

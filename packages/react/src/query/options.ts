import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AssistantsApi, ListPage, MessageObject } from '@threadkit/core';
import { threadkitKeys } from './keys.ts';

const MESSAGES_PAGE = 40;
const RUNS_PAGE = 100;
const STEPS_PAGE = 100;

/**
 * What every query of a thread shares. Its data changes by events, not by age: it is never refetched because
 * of time or focus. Sharing structure would walk every page on every delta.
 */
const EVENT_DRIVEN = {
  staleTime: Number.POSITIVE_INFINITY,
  // The client repeats what is worth repeating.
  retry: false,
  refetchOnWindowFocus: false,
  structuralSharing: false,
} as const;

/** A thread's messages, newest page first, each page newest first: the wire's own order. */
export function messagesOptions(client: AssistantsApi, threadId: string) {
  return infiniteQueryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.messages(client, threadId),
    queryFn: ({ pageParam, signal }): Promise<ListPage<MessageObject>> =>
      client.listMessages(threadId, { limit: MESSAGES_PAGE, order: 'desc', after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

export function messageOptions(client: AssistantsApi, threadId: string, messageId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.message(client, threadId, messageId),
    queryFn: ({ signal }) => client.getMessage(threadId, messageId, { signal }),
  });
}

/** A thread's newest runs, newest first. */
export function runsOptions(client: AssistantsApi, threadId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.runList(client, threadId),
    queryFn: ({ signal }) => client.listRuns(threadId, { limit: RUNS_PAGE, order: 'desc' }, { signal }),
  });
}

export function runOptions(client: AssistantsApi, threadId: string, runId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.run(client, threadId, runId),
    queryFn: ({ signal }) => client.getRun(threadId, runId, { signal }),
  });
}

/** A run's steps, oldest first. */
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

export function runStepOptions(client: AssistantsApi, threadId: string, runId: string, stepId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.runStep(client, threadId, runId, stepId),
    queryFn: ({ signal }) => client.getRunStep(threadId, runId, stepId, { signal }),
  });
}

/** A thread itself: its metadata and resources. */
export function threadOptions(client: AssistantsApi, threadId: string) {
  return queryOptions({
    ...EVENT_DRIVEN,
    queryKey: threadkitKeys.thread(client, threadId),
    queryFn: ({ signal }) => client.getThread(threadId, { signal }),
  });
}

/** The newest hundred assistants, newest first. */
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

export function assistantOptions(client: AssistantsApi, assistantId: string) {
  return queryOptions({
    queryKey: threadkitKeys.assistant(client, assistantId),
    retry: false,
    queryFn: ({ signal }) => client.getAssistant(assistantId, { signal }),
  });
}

/** The threads a backend lists, newest first. Only where it can: see `capabilities.listThreads`. */
export function threadsOptions(client: AssistantsApi) {
  return queryOptions({
    queryKey: threadkitKeys.threadList(client),
    retry: false,
    queryFn: async ({ signal }) => {
      try {
        const page = await client.listThreads?.({ limit: 100, order: 'desc' }, { signal });
        return page?.data ?? [];
      } catch (error) {
        // The answer has told that there is no such list; anything else is an error.
        if (client.capabilities.listThreads === false) return [];
        throw error;
      }
    },
  });
}

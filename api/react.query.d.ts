// @threadkit/react/query: what it exports. Written by `pnpm api --update`.

import { AssistantsApi, ListPage, MessageObject, ThreadObject, ThreadkitError } from "@threadkit/core";
import { QueryClient } from "@tanstack/react-query";
/**
 * The file object: its name, size and purpose. Never stale, as files cannot change. Fails with kind `'config'` when the
 * client has no `files`.
 */
declare function fileOptions(client: AssistantsApi, fileId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").FileObject, ThreadkitError, import("@threadkit/core").FileObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").FileObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@threadkit/core").FileObject, ThreadkitError>;
/**
 * The content of a file, as a `Blob`; fails as `fileOptions` does. Leaves the cache one minute after its last reader:
 * exclude it when you persist the cache.
 */
declare function fileContentOptions(client: AssistantsApi, fileId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<Blob, ThreadkitError, Blob, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<Blob, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], Blob, ThreadkitError>;
type Client = Pick<AssistantsApi, 'key'>;
/**
 * Query keys, from general to specific. Each key starts with that of its parent, so invalidating a thread invalidates
 * its messages, runs and steps. Equal on a server and in the browser if both clients have the same `key`.
 */
declare const threadkitKeys: {
  all: (client: Client) => readonly ['threadkit', string];
  assistants: (client: Client) => readonly ["threadkit", string, "assistants"];
  assistant: (client: Client, assistantId: string) => readonly ["threadkit", string, "assistants", string];
  assistantList: (client: Client) => readonly ["threadkit", string, "assistants", "list"];
  file: (client: Client, fileId: string) => readonly ["threadkit", string, "files", string];
  fileContent: (client: Client, fileId: string) => readonly ["threadkit", string, "files", string, "content"];
  threads: (client: Client) => readonly ["threadkit", string, "threads"];
  threadList: (client: Client) => readonly ["threadkit", string, "threads", "list"];
  /** Starts with the key of the list, so invalidating the list invalidates these. */
  threadsById: (client: Client, ids: readonly string[]) => readonly ["threadkit", string, "threads", "list", readonly string[]];
  thread: (client: Client, threadId: string) => readonly ["threadkit", string, "threads", string];
  messages: (client: Client, threadId: string) => readonly ["threadkit", string, "threads", string, "messages"];
  message: (client: Client, threadId: string, messageId: string) => readonly ["threadkit", string, "threads", string, "message", string];
  runs: (client: Client, threadId: string) => readonly ["threadkit", string, "threads", string, "runs"];
  runList: (client: Client, threadId: string) => readonly ["threadkit", string, "threads", string, "runs", "list"];
  run: (client: Client, threadId: string, runId: string) => readonly ["threadkit", string, "threads", string, "runs", string];
  runSteps: (client: Client, threadId: string, runId: string) => readonly ["threadkit", string, "threads", string, "runs", string, "steps"];
  runStep: (client: Client, threadId: string, runId: string, stepId: string) => readonly ["threadkit", string, "threads", string, "runs", string, "step", string];
};
/** The messages of a thread, 40 a page. Pages and the messages of a page are newest first, as the API returns them. */
declare function messagesOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<MessageObject>, import("@threadkit/core").ThreadkitError, import("@tanstack/react-query").InfiniteData<ListPage<MessageObject>, string | undefined>, readonly unknown[], string | undefined>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<MessageObject>, readonly unknown[], string | undefined>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@tanstack/react-query").InfiniteData<ListPage<MessageObject>, unknown>, import("@threadkit/core").ThreadkitError>;
/** One message. Never stale: events of a followed run update it. Not retried, as the client retries by itself. */
declare function messageOptions(client: AssistantsApi, threadId: string, messageId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<MessageObject, import("@threadkit/core").ThreadkitError, MessageObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<MessageObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], MessageObject, import("@threadkit/core").ThreadkitError>;
/** The newest 100 runs of a thread, newest first. */
declare function runsOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<ListPage<import("@threadkit/core").RunObject>, import("@threadkit/core").ThreadkitError, ListPage<import("@threadkit/core").RunObject>, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<import("@threadkit/core").RunObject>, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], ListPage<import("@threadkit/core").RunObject>, import("@threadkit/core").ThreadkitError>;
/** One run, without its steps and messages. Never stale: events update it while the page follows it. */
declare function runOptions(client: AssistantsApi, threadId: string, runId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").RunObject, import("@threadkit/core").ThreadkitError, import("@threadkit/core").RunObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").RunObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@threadkit/core").RunObject, import("@threadkit/core").ThreadkitError>;
/** The first 100 steps of a run, oldest first. */
declare function runStepsOptions(client: AssistantsApi, threadId: string, runId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<readonly import("@threadkit/core").RunStepObject[], import("@threadkit/core").ThreadkitError, readonly import("@threadkit/core").RunStepObject[], readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<readonly import("@threadkit/core").RunStepObject[], readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], readonly import("@threadkit/core").RunStepObject[], import("@threadkit/core").ThreadkitError>;
/** One step of a run. Never stale: events update it while the page follows the run. */
declare function runStepOptions(client: AssistantsApi, threadId: string, runId: string, stepId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").RunStepObject, import("@threadkit/core").ThreadkitError, import("@threadkit/core").RunStepObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").RunStepObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@threadkit/core").RunStepObject, import("@threadkit/core").ThreadkitError>;
/** A thread object: its metadata and tool resources, without messages. */
declare function threadOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<ThreadObject, import("@threadkit/core").ThreadkitError, ThreadObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ThreadObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], ThreadObject, import("@threadkit/core").ThreadkitError>;
/** The newest 100 assistants, newest first. */
declare function assistantsOptions(client: AssistantsApi): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<readonly import("@threadkit/core").AssistantObject[], import("@threadkit/core").ThreadkitError, readonly import("@threadkit/core").AssistantObject[], readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<readonly import("@threadkit/core").AssistantObject[], readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], readonly import("@threadkit/core").AssistantObject[], import("@threadkit/core").ThreadkitError>;
/** One assistant. Stale by the defaults of the query client, because no event reports changes of assistants. */
declare function assistantOptions(client: AssistantsApi, assistantId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").AssistantObject, import("@threadkit/core").ThreadkitError, import("@threadkit/core").AssistantObject, readonly unknown[]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").AssistantObject, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@threadkit/core").AssistantObject, import("@threadkit/core").ThreadkitError>;
/** The threads of the user, newest first, 100 a page. Empty when the backend cannot list threads (`capabilities.listThreads`). */
declare function threadsOptions(client: AssistantsApi): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<ThreadObject>, import("@threadkit/core").ThreadkitError, import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, string | undefined>, readonly unknown[], string | undefined>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<ThreadObject>, readonly unknown[], string | undefined>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, import("@threadkit/core").ThreadkitError>;
/**
 * The threads with these ids, in this order, 20 a page, for backends that cannot list threads. Deleted threads are
 * left out.
 */
declare function threadsByIdOptions(client: AssistantsApi, ids: readonly string[]): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<ThreadObject>, import("@threadkit/core").ThreadkitError, import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, number>, readonly unknown[], number>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<ThreadObject>, readonly unknown[], number>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, import("@threadkit/core").ThreadkitError>;
/**
 * Loads what the first screen of a thread needs into the query cache: its newest messages, its runs, and the steps of
 * the newest run. For loaders and server components; after hydration the page does not load them again. Never rejects:
 * the page loads what has failed.
 */
declare function prefetchThread(queryClient: QueryClient, client: AssistantsApi, threadId: string): Promise<void>;
export { assistantOptions, assistantsOptions, fileContentOptions, fileOptions, messageOptions, messagesOptions, prefetchThread, runOptions, runStepOptions, runStepsOptions, runsOptions, threadOptions, threadkitKeys, threadsByIdOptions, threadsOptions };
// @threadkit/react/query: what it exports. Written by `pnpm api --update`.

import { AssistantsApi, ListPage, MessageObject, ThreadObject } from "@threadkit/core";
import { QueryClient } from "@tanstack/react-query";
/** A file's name and size. */
declare function fileOptions(client: AssistantsApi, fileId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").FileObject, Error, import("@threadkit/core").FileObject, readonly ["threadkit", string, "files", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").FileObject, readonly ["threadkit", string, "files", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "files", string], import("@threadkit/core").FileObject, Error>;
/** What is in a file. Stays in memory only as long as something shows it: leave it out of what you persist. */
declare function fileContentOptions(client: AssistantsApi, fileId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<Blob, Error, Blob, readonly ["threadkit", string, "files", string, "content"]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<Blob, readonly ["threadkit", string, "files", string, "content"], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "files", string, "content"], Blob, Error>;
type Client = Pick<AssistantsApi, 'key'>;
/**
 * Query keys, general to specific; each list begins with the one above it, so that invalidating a thread
 * reaches all it holds. Equal on the server and in the browser.
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
  /** Begins with the list's: what makes that one old makes these old. */
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
/** A thread's messages, newest page first, each page newest first: the wire's own order. */
declare function messagesOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<MessageObject>, Error, import("@tanstack/react-query").InfiniteData<ListPage<MessageObject>, unknown>, readonly ["threadkit", string, "threads", string, "messages"], string | undefined>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<MessageObject>, readonly ["threadkit", string, "threads", string, "messages"], string | undefined>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "messages"], import("@tanstack/react-query").InfiniteData<ListPage<MessageObject>, unknown>, Error>;
declare function messageOptions(client: AssistantsApi, threadId: string, messageId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<MessageObject, Error, MessageObject, readonly ["threadkit", string, "threads", string, "message", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<MessageObject, readonly ["threadkit", string, "threads", string, "message", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "message", string], MessageObject, Error>;
/** A thread's newest runs, newest first. */
declare function runsOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<ListPage<import("@threadkit/core").RunObject>, Error, ListPage<import("@threadkit/core").RunObject>, readonly ["threadkit", string, "threads", string, "runs", "list"]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<import("@threadkit/core").RunObject>, readonly ["threadkit", string, "threads", string, "runs", "list"], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "runs", "list"], ListPage<import("@threadkit/core").RunObject>, Error>;
declare function runOptions(client: AssistantsApi, threadId: string, runId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").RunObject, Error, import("@threadkit/core").RunObject, readonly ["threadkit", string, "threads", string, "runs", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").RunObject, readonly ["threadkit", string, "threads", string, "runs", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "runs", string], import("@threadkit/core").RunObject, Error>;
/** A run's steps, oldest first. */
declare function runStepsOptions(client: AssistantsApi, threadId: string, runId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<readonly import("@threadkit/core").RunStepObject[], Error, readonly import("@threadkit/core").RunStepObject[], readonly ["threadkit", string, "threads", string, "runs", string, "steps"]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<readonly import("@threadkit/core").RunStepObject[], readonly ["threadkit", string, "threads", string, "runs", string, "steps"], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "runs", string, "steps"], readonly import("@threadkit/core").RunStepObject[], Error>;
declare function runStepOptions(client: AssistantsApi, threadId: string, runId: string, stepId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").RunStepObject, Error, import("@threadkit/core").RunStepObject, readonly ["threadkit", string, "threads", string, "runs", string, "step", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").RunStepObject, readonly ["threadkit", string, "threads", string, "runs", string, "step", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string, "runs", string, "step", string], import("@threadkit/core").RunStepObject, Error>;
/** A thread itself: its metadata and resources. */
declare function threadOptions(client: AssistantsApi, threadId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<ThreadObject, Error, ThreadObject, readonly ["threadkit", string, "threads", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ThreadObject, readonly ["threadkit", string, "threads", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", string], ThreadObject, Error>;
/** The newest hundred assistants, newest first. */
declare function assistantsOptions(client: AssistantsApi): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<readonly import("@threadkit/core").AssistantObject[], Error, readonly import("@threadkit/core").AssistantObject[], readonly ["threadkit", string, "assistants", "list"]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<readonly import("@threadkit/core").AssistantObject[], readonly ["threadkit", string, "assistants", "list"], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "assistants", "list"], readonly import("@threadkit/core").AssistantObject[], Error>;
declare function assistantOptions(client: AssistantsApi, assistantId: string): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<import("@threadkit/core").AssistantObject, Error, import("@threadkit/core").AssistantObject, readonly ["threadkit", string, "assistants", string]>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<import("@threadkit/core").AssistantObject, readonly ["threadkit", string, "assistants", string], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "assistants", string], import("@threadkit/core").AssistantObject, Error>;
/** The threads a backend lists, newest first, page by page. Empty where it cannot: see `capabilities.listThreads`. */
declare function threadsOptions(client: AssistantsApi): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<ThreadObject>, Error, import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, readonly ["threadkit", string, "threads", "list"], string | undefined>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<ThreadObject>, readonly ["threadkit", string, "threads", "list"], string | undefined>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", "list"], import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, Error>;
/** Threads an app knows the ids of, in its order, for backends that cannot list them. Deleted ones are left out. */
declare function threadsByIdOptions(client: AssistantsApi, ids: readonly string[]): import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<ListPage<ThreadObject>, Error, import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, readonly ["threadkit", string, "threads", "list", readonly string[]], number>, "queryFn"> & {
  queryFn?: import("@tanstack/react-query").QueryFunction<ListPage<ThreadObject>, readonly ["threadkit", string, "threads", "list", readonly string[]], number>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly ["threadkit", string, "threads", "list", readonly string[]], import("@tanstack/react-query").InfiniteData<ListPage<ThreadObject>, unknown>, Error>;
/**
 * Reads what a thread's first screen needs: its newest messages, its runs and the newest run's steps. For
 * loaders and server components; what was prefetched is not asked for again after hydration. Never rejects: what
 * failed is asked for by the page.
 */
declare function prefetchThread(queryClient: QueryClient, client: AssistantsApi, threadId: string): Promise<void>;
export { assistantOptions, assistantsOptions, fileContentOptions, fileOptions, messageOptions, messagesOptions, prefetchThread, runOptions, runStepOptions, runStepsOptions, runsOptions, threadOptions, threadkitKeys, threadsByIdOptions, threadsOptions };
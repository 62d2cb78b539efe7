// @threadkit/react: what it exports. Written by `pnpm api --update`.

import { AnyTool, AssistantObject, AssistantsApi, Capabilities, ConnectionInfo, CreateAssistantRequest, CreateMessageRequest, CreateRunRequest, CreateThreadAndRunRequest, CreateThreadRequest, Deleted, Environment, FilesApi, ListPage, MessageContentPart, MessageObject, ModifyAssistantRequest, ModifyMessageRequest, ModifyRunRequest, ModifyThreadRequest, RunObject, RunState, RunStepObject, SendOptions, SequencedEvent, SubmitToolOutputsRunRequest, ThreadActions, ThreadActivity, ThreadController, ThreadObject, ThreadSnapshot, ThreadkitError, TimelineMessage, TimelineRow, Tool, ToolCallState } from "@threadkit/core";
import { InfiniteData, QueryClient, QueryKey, UseInfiniteQueryOptions, UseInfiniteQueryResult, UseMutationOptions, UseMutationResult, UseQueryOptions, UseQueryResult, UseSuspenseInfiniteQueryOptions, UseSuspenseInfiniteQueryResult, UseSuspenseQueryOptions, UseSuspenseQueryResult } from "@tanstack/react-query";
import { ReactNode } from "react";
/** The unsent text of one thread. From `useDraft`. */
interface Draft {
  /**
   * Calls `put` with the stored text as soon as it is read. Does not call it after `save`, so it cannot overwrite what
   * the user types. Returns the function that stops this.
   */
  restore(put: (text: string) => void): () => void;
  /** Stores the text of the field. `''` removes it, as after sending. */
  save(text: string): void;
}
type SetByHook = 'queryKey' | 'queryFn' | 'queryKeyHashFn' | 'persister' | 'select' | 'placeholderData' | 'initialData' | 'initialDataUpdatedAt' | 'initialPageParam' | 'getNextPageParam' | 'getPreviousPageParam' | 'maxPages';
interface SelectOption<Data, Selected> {
  /**
   * Computes the `data` of the result. Runs again when the data or the function changes: define it outside of the
   * component, or memoize it, when it is expensive or returns a new object each time.
   */
  select?: ((data: Data) => Selected) | undefined;
}
interface PlaceholderOption<Data> {
  /** Shown until the first data is there: the data, or a function of the data of the previous query. */
  placeholderData?: Data | ((previous: Data | undefined) => Data | undefined) | undefined;
}
/**
 * The options of TanStack's `useQuery`, except those that the hook sets and `initialData`.
 *
 * @typeParam Stored What the query cache stores, where it differs from `Data`.
 */
type QueryHookOptions<Data, Selected = Data, Stored = Data> = Omit<UseQueryOptions<Stored, ThreadkitError>, SetByHook> & SelectOption<Data, Selected> & PlaceholderOption<Data>;
/**
 * The options of TanStack's `useInfiniteQuery`, except those that the hook sets and `initialData`. `select` reads the items
 * of all pages.
 */
type ListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<UseInfiniteQueryOptions<ListPage<Item>, ThreadkitError>, SetByHook> & SelectOption<readonly Item[], Selected> & PlaceholderOption<readonly Item[]>;
/** The options of TanStack's `useSuspenseQuery`, except those that the hook sets and `initialData`. */
type SuspenseQueryHookOptions<Data, Selected = Data> = Omit<UseSuspenseQueryOptions<Data, ThreadkitError>, SetByHook> & SelectOption<Data, Selected>;
/**
 * The options of TanStack's `useSuspenseInfiniteQuery`, except those that the hook sets and `initialData`. `select` reads
 * the items of all pages.
 */
type SuspenseListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<UseSuspenseInfiniteQueryOptions<ListPage<Item>, ThreadkitError, InfiniteData<ListPage<Item>>, QueryKey, string | undefined>, SetByHook> & SelectOption<readonly Item[], Selected>;
/** Options of `useAssistants`. */
interface UseAssistantsOptions<Selected = readonly AssistantObject[]> {
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly AssistantObject[], Selected> | undefined;
}
/** Options of `useAssistant`. */
interface UseAssistantOptions<Selected = AssistantObject> {
  /** The assistant to read; `undefined` disables the query. */
  assistantId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<AssistantObject, Selected> | undefined;
}
/** Reads the newest 100 assistants, newest first. */
declare function useAssistants<Selected = readonly AssistantObject[]>({ query }?: UseAssistantsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Reads one assistant. */
declare function useAssistant<Selected = AssistantObject>({ assistantId, query }: UseAssistantOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/**
 * Returns what the backend supports beyond the Assistants API. Each capability is `'unknown'` until the first response,
 * on a server and during hydration. Requests the assistants if no other request has been sent yet.
 */
declare function useCapabilities(): Capabilities;
/** Options of the hooks that read a thread from its controller. */
interface ThreadHookOptions {
  /** From `useThread` or `useController`. @defaultValue the controller of the nearest `<ThreadProvider>` */
  controller?: ThreadController | undefined;
}
/**
 * Returns `controller`, or the controller of the nearest `<ThreadProvider>`.
 *
 * @throws Error without `controller` outside of a `<ThreadProvider>`.
 */
declare function useThreadController({ controller }?: ThreadHookOptions): ThreadController;
/**
 * Stores the unsent text of a thread across thread changes and reloads. New chats without a `newChatKey` share one
 * stored text, which belongs to the chat that was mounted first. The text is not React state, so typing re-renders
 * nothing: pass the result to `Composer.Root`, or call `restore` in an effect and `save` on every change of your field.
 */
declare function useDraft(options?: ThreadHookOptions): Draft;
/**
 * Returns the files API of the nearest provider's client. `undefined` when the backend has no files, and outside of a
 * provider. While the capability is `'unknown'`, the API is returned, and its calls may fail.
 */
declare function useFiles(): FilesApi | undefined;
/** Options of `useMessage`. */
interface UseMessageOptions<Selected = MessageObject> {
  /** The thread of the message; `undefined` disables the query. */
  threadId: string | undefined;
  /** The message to read; `undefined` disables the query. */
  messageId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<MessageObject, Selected> | undefined;
}
/** Reads one message: live while it is written, otherwise as stored. Requests it only if the thread's loaded pages lack it. */
declare function useMessage<Selected = MessageObject>({ threadId, messageId, query }: UseMessageOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Options of `useMessages`. */
interface UseMessagesOptions<Selected = readonly MessageObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: ListQueryHookOptions<MessageObject, Selected> | undefined;
}
/**
 * Reads the messages of a thread, oldest first, including those that are being sent or written. `fetchNextPage` loads
 * 40 older ones. Re-renders on every delta: rows of a long list read `useTimelineMessage`.
 */
declare function useMessages<Selected = readonly MessageObject[]>({ threadId, query }: UseMessagesOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
/** Options of `useNow`. */
interface UseNowOptions {
  /** How often the time ticks, in milliseconds; `undefined` disables ticking. */
  everyMs: number | undefined;
}
/**
 * Returns the environment's clock in Unix milliseconds, rounded down to a multiple of `everyMs` (of a second when
 * ticking is disabled), and re-renders on each tick. Returns 0 during server rendering so hydration matches.
 */
declare function useNow({ everyMs }: UseNowOptions): number;
/**
 * Returns a function for sign-out that removes everything of this client: cached data, controllers, the journal of
 * tool calls, the threads of named chats and drafts. Runs on the server continue. Render chats with another React
 * `key` afterwards.
 */
declare function useReset(): () => void;
/** Options of `useRun`. */
interface UseRunOptions<Selected = RunObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<RunObject, Selected> | undefined;
}
/** Reads one run: live while the page follows it, otherwise as stored. Follows the active run of the thread. */
declare function useRun<Selected = RunObject>({ threadId, runId, query }: UseRunOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/**
 * A message that a run wrote, or a step in which it called tools or reasoned. `key` is the React key, and for a message its
 * `TimelineMessage.key`. `stepId` of a message is undefined until its step is known.
 */
type RunItem = {
  readonly kind: 'message';
  readonly key: string;
  readonly stepId: string | undefined;
} | {
  readonly kind: 'step';
  readonly key: string;
  readonly stepId: string;
};
/** Result of `useRunItems`. */
interface UseRunItemsResult {
  /** `undefined` until the run is loaded. */
  readonly run: RunObject | undefined;
  /** The run is known and has not ended. */
  readonly isActive: boolean;
  /** In chronological order. */
  readonly items: readonly RunItem[];
}
/** Options of `useRunItems`. */
interface UseRunItemsOptions extends ThreadHookOptions {
  /** The run to read, such as the `runId` of a timeline row. */
  runId: string;
}
/** Options of `useTimelineRunStep`. */
interface UseTimelineRunStepOptions extends UseRunItemsOptions {
  /** The step to read, such as the `stepId` of a run item. */
  stepId: string;
}
/** Reads the messages, tool steps and reasoning of one run. Re-renders when its object or the list changes, not when text grows. */
declare function useRunItems(options: UseRunItemsOptions): UseRunItemsResult;
/** Reads one step of a run; `undefined` until it is loaded. Re-renders when a step of the run changes. */
declare function useTimelineRunStep(options: UseTimelineRunStepOptions): RunStepObject | undefined;
/** One event of a run, and the state of the run after it. */
interface RecordedEvent {
  /** As received. `seq` is its number within the run. */
  readonly event: SequencedEvent;
  /** The run, its messages and its steps after the event. */
  readonly state: RunState;
}
/** The events of a run that have been read. */
interface Recording {
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  /**
   * `reading`: more events may follow · `ended`: the run has ended and all events are read · `unsupported`: the backend
   * stores no events · `expired`: the backend has deleted the events of this run · `failed`: see `error`, and `retry`.
   */
  readonly status: 'reading' | 'ended' | 'unsupported' | 'expired' | 'failed';
  /** Why reading failed, when `status` is `failed`; else `null`. */
  readonly error: ThreadkitError | null;
}
/** Options of `useRunRecording`. */
interface UseRunRecordingOptions {
  /** The thread of the run. */
  threadId: string;
  /** The run whose events to read. */
  runId: string;
}
/** Result of `useRunRecording`. */
interface UseRunRecordingResult extends Recording {
  /** Resumes after the last event, when reading has failed. */
  retry(): void;
}
/**
 * Reads every event of a run with the state after it, oldest first: replays an ended run, follows an active one. Needs
 * a backend with the capability `runEvents`; `status` is `'unsupported'` otherwise.
 */
declare function useRunRecording({ threadId, runId }: UseRunRecordingOptions): UseRunRecordingResult;
/** Options of `useRunSteps`. */
interface UseRunStepsOptions<Selected = readonly RunStepObject[]> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}
/** Options of `useRunStep`. */
interface UseRunStepOptions<Selected = RunStepObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run of the step; `undefined` disables the query. */
  runId: string | undefined;
  /** The step to read; `undefined` disables the query. */
  stepId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<RunStepObject, Selected> | undefined;
}
/** Reads the first 100 steps of a run, oldest first: live while the page follows the run, otherwise as stored. */
declare function useRunSteps<Selected = readonly RunStepObject[]>({ threadId, runId, query }: UseRunStepsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Reads one step of a run: live while the page follows the run, otherwise as stored. */
declare function useRunStep<Selected = RunStepObject>({ threadId, runId, stepId, query }: UseRunStepOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Options of `useRuns`. */
interface UseRunsOptions<Selected = readonly RunObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: QueryHookOptions<readonly RunObject[], Selected, ListPage<RunObject>> | undefined;
}
/** Reads the newest 100 runs of a thread, oldest first, the active one live. */
declare function useRuns<Selected = readonly RunObject[]>({ threadId, query }: UseRunsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Options of `useSuspenseMessages`. */
interface UseSuspenseMessagesOptions<Selected = readonly MessageObject[]> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseListQueryHookOptions<MessageObject, Selected> | undefined;
}
/** Options of `useSuspenseRun`. */
interface UseSuspenseRunOptions<Selected = RunObject> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** The run to read. Must exist. */
  runId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseQueryHookOptions<RunObject, Selected> | undefined;
}
/** Options of `useSuspenseRunSteps`. */
interface UseSuspenseRunStepsOptions<Selected = readonly RunStepObject[]> {
  /** The thread to read. Must exist. */
  threadId: string;
  /** The run to read. Must exist. */
  runId: string;
  /** Options of TanStack Query, such as `select` and `staleTime`. @defaultValue none */
  query?: SuspenseQueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}
/** As `useMessages`, for a thread that exists: suspends until the first page is loaded, throws when it cannot be read. */
declare function useSuspenseMessages<Selected = readonly MessageObject[]>({ threadId, query }: UseSuspenseMessagesOptions<Selected>): UseSuspenseInfiniteQueryResult<Selected, ThreadkitError>;
/** As `useRun`, for a run that exists: suspends until the run is loaded, throws when it cannot be read. */
declare function useSuspenseRun<Selected = RunObject>({ threadId, runId, query }: UseSuspenseRunOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError>;
/** As `useRunSteps`, for a run that exists: suspends until the steps are loaded, throws when they cannot be read. */
declare function useSuspenseRunSteps<Selected = readonly RunStepObject[]>({ threadId, runId, query }: UseSuspenseRunStepsOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError>;
/** Options of `useController`. */
interface UseControllerOptions {
  /** Controlled: the thread to show. Changing it to `undefined` starts a new chat, or shows the chat named `newChatKey`. */
  threadId?: string | undefined;
  /** Uncontrolled: the thread to show first. */
  defaultThreadId?: string | undefined;
  /**
   * Names a new chat: components with the same name share it, and a reload restores its thread or its draft. Without a
   * name each component has its own new chat, and a reload starts another one.
   */
  newChatKey?: string | undefined;
}
/**
 * Returns the controller of a thread, or of a new chat. It stays the same when the first message creates the thread.
 * `useThread` calls this hook; use it alone for a component that only provides a controller.
 */
declare function useController({ threadId, defaultThreadId, newChatKey }: UseControllerOptions): ThreadController;
/** Options of `useThread`. */
interface UseThreadOptions<T extends readonly AnyTool[] = readonly AnyTool[]> extends UseControllerOptions {
  /** The assistant that responds. Without one, `send` fails with kind `'config'` unless it gets an `assistantId`. */
  assistantId?: string | undefined;
  /** Called when the first message of a new chat has created its thread, for example to put the id into the URL. */
  onThreadIdChange?: ((threadId: string) => void) | undefined;
  /**
   * Tools that run in this page, sent with each run beside the assistant's own. The array may be inline; define its
   * tools outside of the component, because a new tool object is a new tool.
   */
  tools?: T | undefined;
  /** What `send` does while a run is active. @defaultValue 'queue' */
  whenBusy?: SendOptions['whenBusy'];
  /** Parameters of every run that this hook starts, such as `model` or `instructions`. @defaultValue those of the assistant */
  runParams?: SendOptions['runParams'];
}
/** A component re-renders only when a field that it has read changes, as with `useQuery`. */
interface UseThreadResult<T extends readonly AnyTool[]> extends ThreadActions {
  /** `undefined` until the first message of a new chat has created the thread. */
  readonly threadId: string | undefined;
  /** Oldest first, including live ones. Changes with every delta: rows of a long list use `useTimelineMessage`. */
  readonly messages: readonly TimelineMessage[];
  /** The status of `run`, `'sending'` before the run exists, or `'idle'` when no run is known. */
  readonly status: ThreadSnapshot['status'];
  /** A message is being sent or a run is active: a message sent now waits in the queue by default. */
  readonly isBusy: boolean;
  /** The active run, or the last one that this page has followed to its end. */
  readonly run: RunObject | undefined;
  /** The function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState<T[number]>[];
  /** Messages that wait for the active run to end, in the order they will be sent. */
  readonly queue: ThreadSnapshot['queue'];
  /** How this page follows `run`. */
  readonly connection: ConnectionInfo;
  /** Why the last action or run failed, else why the messages could not be loaded. `clearError` clears the former. */
  readonly error: ThreadkitError | null;
  /** The first page of messages has neither loaded nor failed. Stays true while offline; false for a new chat. */
  readonly isLoading: boolean;
  /** The server has older messages than the loaded ones. */
  readonly hasOlder: boolean;
  /** Loads 40 older messages. Resolves when they are loaded or have failed. */
  loadOlder(): Promise<void>;
  /** Loads messages that other clients have added. */
  loadNewer(): Promise<void>;
  /** For `<ThreadProvider>`, and for hooks and components that take a `controller`. */
  readonly controller: ThreadController;
}
/**
 * Reads one thread, and returns the actions of a chat: `send`, `cancel`, `retry`, `regenerate`, `approve`, … Actions
 * keep their identity and never reject; the outcome or `error` says what failed.
 *
 * @example
 * ```tsx
 * const { messages, isBusy, send, cancel } = useThread({ assistantId: 'asst_demo' });
 * ```
 * @throws Error without a `<ThreadkitProvider>`.
 */
declare function useThread<const T extends readonly AnyTool[] = readonly Tool[]>(options: UseThreadOptions<T>): UseThreadResult<T>;
/** Options of `useThreadActivity`. */
interface UseThreadActivityOptions {
  /** The thread to watch. */
  threadId: string;
}
/**
 * Returns whether the run of a thread is active or waits for the user, for indicators in a list of threads. Sends no
 * request and follows no run: `undefined` for threads that this page has not shown.
 */
declare function useThreadActivity({ threadId }: UseThreadActivityOptions): ThreadActivity | undefined;
/** Options of `useThreadState`. */
interface UseThreadStateOptions<T> extends ThreadHookOptions {
  /** May be inline, and may return a new object or array: results are compared shallowly. */
  select: (snapshot: ThreadSnapshot) => T;
}
/**
 * Selects a value from the live state of a thread; re-renders when the value changes. Stored messages are not part of
 * the live state.
 */
declare function useThreadState<T>(options: UseThreadStateOptions<T>): T;
/** Reads the connection of the page to the active run of a thread. */
declare function useConnection({ controller }?: ThreadHookOptions): ConnectionInfo;
/** Options of `useThreads`. */
interface UseThreadsOptions<Selected = readonly ThreadObject[]> {
  /**
   * Ids of the threads to read when the backend cannot list threads, in the order to show them. Sends one request for
   * each. @defaultValue none
   */
  ids?: readonly string[] | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `staleTime`. @defaultValue none */
  query?: ListQueryHookOptions<ThreadObject, Selected> | undefined;
}
/**
 * Reads the threads of the user, newest first, 100 a page. When the backend cannot list threads, reads those of `ids`,
 * 20 a page.
 */
declare function useThreads<Selected = readonly ThreadObject[]>({ ids, query }?: UseThreadsOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
/** Options of `useTimelineMessage`. */
interface UseTimelineMessageOptions extends ThreadHookOptions {
  /** `TimelineMessage.key`, also the `key` of message rows and of message items of a run. */
  messageKey: string;
}
/** Options of `useMessagePart`. */
interface UseMessagePartOptions extends UseTimelineMessageOptions {
  /** Position in `message.content`, from 0. */
  index: number;
}
/** Result of `useTimeline`. */
interface UseTimelineResult {
  /** Oldest first. Keeps its reference while no row is added or removed. */
  readonly rows: readonly TimelineRow[];
  /** The first page of messages has neither loaded nor failed. Stays true while offline; false for a new chat. */
  readonly isLoading: boolean;
  /** Why the messages could not be loaded. */
  readonly error: ThreadkitError | null;
  /** The server has older messages than the loaded ones. */
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed; `null` after it has succeeded. Also in `error`. */
  readonly olderError: ThreadkitError | null;
  /** A request of `loadOlder` is in flight. */
  readonly isLoadingOlder: boolean;
  /**
   * The current messages of a row, oldest first. Reading them does not subscribe, and its cost does not grow with the
   * thread. Keeps its identity.
   */
  getMessages(row: TimelineRow): readonly TimelineMessage[];
  /** Loads 40 older messages. Resolves when they are loaded or have failed. */
  loadOlder(): Promise<void>;
  /**
   * Loads messages that other clients have added. Also called when the page becomes visible or online again and finds a run
   * of another client.
   */
  loadNewer(): Promise<void>;
  /** Loads the messages and runs again, for example after an error. */
  reload(): Promise<void>;
}
/**
 * Reads the rows of a thread: one for each message that no run created and one for each run. Re-renders when rows
 * are added or removed, not when text grows.
 */
declare function useTimeline(options?: ThreadHookOptions): UseTimelineResult;
/** Reads one message by its key; `undefined` when the thread has no such message. Re-renders on each of its deltas. */
declare function useTimelineMessage(options: UseTimelineMessageOptions): TimelineMessage | undefined;
/**
 * Reads one message by its key, without re-rendering when only its text grows. Re-renders when its status, the number
 * or type of its parts, or their annotations change. Read the text of a part with `useMessagePart`.
 */
declare function useMessageOutline(options: UseTimelineMessageOptions): TimelineMessage | undefined;
/** Reads one content part of a message; `undefined` when there is none at `index`. Re-renders when that part changes. */
declare function useMessagePart(options: UseMessagePartOptions): MessageContentPart | undefined;
/** Options of `useToolCalls`. */
interface UseToolCallsOptions<T extends readonly AnyTool[] = readonly AnyTool[]> extends ThreadHookOptions {
  /** Only return calls of this run. Only the calls of the current run are known. @defaultValue the current run */
  runId?: string | undefined;
  /** Only return calls of these tools, typed by them. May be inline. @defaultValue every function call */
  tools?: T | undefined;
}
/** Reads the function calls of the current run, oldest first. */
declare function useToolCalls<const T extends readonly AnyTool[] = readonly AnyTool[]>(options?: UseToolCallsOptions<T>): readonly ToolCallState<T[number]>[];
/**
 * Returns the client of the nearest `<ThreadkitProvider>`.
 *
 * @throws Error without a `<ThreadkitProvider>`.
 */
declare function useClient(): AssistantsApi;
/**
 * Returns the clock, timers, storage and signals of the nearest `<ThreadkitProvider>`, which a test can replace.
 *
 * @throws Error without a `<ThreadkitProvider>`.
 */
declare function useEnvironment(): Environment;
/**
 * The options of TanStack's `useMutation`, except `mutationFn`. `onSuccess` and `onSettled` run after the hook has
 * updated the cache; `onMutate` runs before the request.
 */
type MutationHookOptions<Data, Variables, OnMutateResult = unknown> = Omit<UseMutationOptions<Data, ThreadkitError, Variables, OnMutateResult>, 'mutationFn'>;
/**
 * The result of TanStack's `useMutation`. Rejections of `mutateAsync` are a `ThreadkitError`, or the
 * error that `ClientOptions.headers` threw.
 */
type MutationHookResult<Data, Variables, OnMutateResult = unknown> = UseMutationResult<Data, ThreadkitError, Variables, OnMutateResult>;
/** Variables of `useCreateAssistant`. */
interface CreateAssistantVariables {
  /** The fields of the assistant; `model` is required. */
  body: CreateAssistantRequest;
}
/** Variables of `useModifyAssistant`. */
interface ModifyAssistantVariables {
  /** The assistant to change. */
  assistantId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyAssistantRequest;
}
/** Variables of `useDeleteAssistant`. */
interface DeleteAssistantVariables {
  /** The assistant to delete. */
  assistantId: string;
}
/** Creates an assistant. */
declare function useCreateAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<AssistantObject, CreateAssistantVariables, OnMutateResult>): MutationHookResult<AssistantObject, CreateAssistantVariables, OnMutateResult>;
/** Changes an assistant. Fields that `body` leaves out keep their value. */
declare function useModifyAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<AssistantObject, ModifyAssistantVariables, OnMutateResult>): MutationHookResult<AssistantObject, ModifyAssistantVariables, OnMutateResult>;
/** Deletes an assistant. Runs that it has started continue. */
declare function useDeleteAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult>): MutationHookResult<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult>;
/** Variables of `useCreateMessage`. */
interface CreateMessageVariables {
  /** The thread to add the message to. */
  threadId: string;
  /** Role, content, attachments and metadata of the message. */
  body: CreateMessageRequest;
}
/** Variables of `useModifyMessage`. */
interface ModifyMessageVariables {
  /** The thread of the message. */
  threadId: string;
  /** The message to change. */
  messageId: string;
  /** The new metadata, which replaces the whole map. */
  body: ModifyMessageRequest;
}
/** Variables of `useDeleteMessage`. */
interface DeleteMessageVariables {
  /** The thread of the message. */
  threadId: string;
  /** The message to delete. */
  messageId: string;
}
/** Adds a message to a thread without starting a run. To send in a chat, use `useThread().send`. */
declare function useCreateMessage<OnMutateResult = unknown>(options?: MutationHookOptions<MessageObject, CreateMessageVariables, OnMutateResult>): MutationHookResult<MessageObject, CreateMessageVariables, OnMutateResult>;
/** Changes the metadata of a message. The API cannot change its content. */
declare function useModifyMessage<OnMutateResult = unknown>(options?: MutationHookOptions<MessageObject, ModifyMessageVariables, OnMutateResult>): MutationHookResult<MessageObject, ModifyMessageVariables, OnMutateResult>;
/** Deletes a message. */
declare function useDeleteMessage<OnMutateResult = unknown>(options?: MutationHookOptions<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult>): MutationHookResult<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult>;
/** Variables of `useCreateRun`. */
interface CreateRunVariables {
  /** The thread to start the run on. */
  threadId: string;
  /** The assistant, and parameters over those of the assistant. */
  body: CreateRunRequest;
}
/** Variables of `useModifyRun`. */
interface ModifyRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run to change. */
  runId: string;
  /** The new metadata, which replaces the whole map. */
  body: ModifyRunRequest;
}
/** Variables of `useCancelRun`. */
interface CancelRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run to cancel. */
  runId: string;
}
/** Variables of `useSubmitToolOutputsToRun`. */
interface SubmitToolOutputsToRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run that requires the outputs. */
  runId: string;
  /** One output for each required call. */
  body: SubmitToolOutputsRunRequest;
}
/** Starts a run without sending a message. To send in a chat, use `useThread().send`. */
declare function useCreateRun<OnMutateResult = unknown>(options?: MutationHookOptions<RunObject, CreateRunVariables, OnMutateResult>): MutationHookResult<RunObject, CreateRunVariables, OnMutateResult>;
/** Changes the metadata of a run. The API refuses this while the run is active. */
declare function useModifyRun<OnMutateResult = unknown>(options?: MutationHookOptions<RunObject, ModifyRunVariables, OnMutateResult>): MutationHookResult<RunObject, ModifyRunVariables, OnMutateResult>;
/** Cancels a run. The returned run may still be `cancelling`; pages that show its thread follow it to its end. */
declare function useCancelRun<OnMutateResult = unknown>(options?: MutationHookOptions<RunObject, CancelRunVariables, OnMutateResult>): MutationHookResult<RunObject, CancelRunVariables, OnMutateResult>;
/**
 * Submits the outputs of all tool calls that a run waits for. The tools passed to `useThread` submit theirs without
 * this hook.
 */
declare function useSubmitToolOutputsToRun<OnMutateResult = unknown>(options?: MutationHookOptions<RunObject, SubmitToolOutputsToRunVariables, OnMutateResult>): MutationHookResult<RunObject, SubmitToolOutputsToRunVariables, OnMutateResult>;
/** Variables of `useCreateThread`. */
interface CreateThreadVariables {
  /** First messages, metadata and tool resources of the thread. @defaultValue an empty thread */
  body?: CreateThreadRequest | undefined;
}
/** Variables of `useModifyThread`. */
interface ModifyThreadVariables {
  /** The thread to change. */
  threadId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyThreadRequest;
}
/** Variables of `useModifyThreadMetadata`. */
interface ModifyThreadMetadataVariables {
  /** The thread to change. */
  threadId: string;
  /** The keys to change; `undefined` removes a key. */
  changes: Readonly<Record<string, string | undefined>>;
}
/** Variables of `useDeleteThread`. */
interface DeleteThreadVariables {
  /** The thread to delete. */
  threadId: string;
}
/** Variables of `useCreateThreadAndRun`. */
interface CreateThreadAndRunVariables {
  /** The assistant, the first messages of the thread, and parameters over those of the assistant. */
  body: CreateThreadAndRunRequest;
}
/** Creates a thread. */
declare function useCreateThread<OnMutateResult = unknown>(options?: MutationHookOptions<ThreadObject, CreateThreadVariables, OnMutateResult>): MutationHookResult<ThreadObject, CreateThreadVariables, OnMutateResult>;
/** Changes a thread. `body.metadata` replaces the whole map; `useModifyThreadMetadata` changes some of its keys. */
declare function useModifyThread<OnMutateResult = unknown>(options?: MutationHookOptions<ThreadObject, ModifyThreadVariables, OnMutateResult>): MutationHookResult<ThreadObject, ModifyThreadVariables, OnMutateResult>;
/**
 * Changes some keys of a thread's metadata and keeps the others. The API replaces the whole map, so the thread is read
 * first; the changes of one page run one after another (`scope`).
 */
declare function useModifyThreadMetadata<OnMutateResult = unknown>(options?: MutationHookOptions<ThreadObject, ModifyThreadMetadataVariables, OnMutateResult>): MutationHookResult<ThreadObject, ModifyThreadMetadataVariables, OnMutateResult>;
/** Deletes a thread, its messages and its runs. Components that still show it get the error of a deleted thread. */
declare function useDeleteThread<OnMutateResult = unknown>(options?: MutationHookOptions<Deleted<'thread'>, DeleteThreadVariables, OnMutateResult>): MutationHookResult<Deleted<'thread'>, DeleteThreadVariables, OnMutateResult>;
/** Creates a thread and a run in one request. Components that show the thread afterwards follow the run. */
declare function useCreateThreadAndRun<OnMutateResult = unknown>(options?: MutationHookOptions<RunObject, CreateThreadAndRunVariables, OnMutateResult>): MutationHookResult<RunObject, CreateThreadAndRunVariables, OnMutateResult>;
/**
 * Returns the environment of a page: its clock, animation frames, `localStorage`, online and visibility events, and
 * Web Locks. On a server it returns `plainEnvironment()`.
 */
declare function browserEnvironment(): Environment;
/** Props of `ThreadProvider`. */
interface ThreadProviderProps {
  /** The thread that hooks below read when they get no `controller`. From `useThread` or `useController`. */
  controller: ThreadController;
  /** May call the hooks that take a `controller` without it. */
  children?: ReactNode;
}
/** Provides a thread to the hooks below it, so that they can be called without `controller`. */
declare function ThreadProvider({ controller, children }: ThreadProviderProps): import("react").JSX.Element;
/** Props of `ThreadkitProvider`. */
interface ThreadkitProviderProps {
  /** From `createClient`. Create it once, outside of the component: a new client starts with new controllers. */
  client: AssistantsApi;
  /** Caches what was read. @defaultValue the query client of the nearest `QueryClientProvider`, else a new one */
  queryClient?: QueryClient | undefined;
  /** Replaces parts of the environment, for tests. Read once, on mount. @defaultValue `browserEnvironment()` */
  environment?: Partial<Environment> | undefined;
  /** May call every Threadkit hook. */
  children?: ReactNode;
}
/** Provides a client to the Threadkit hooks and components below it, and a query client to those of TanStack Query. */
declare function ThreadkitProvider({ client, queryClient: given, environment, children }: ThreadkitProviderProps): import("react").JSX.Element;
export { type CancelRunVariables, type CreateAssistantVariables, type CreateMessageVariables, type CreateRunVariables, type CreateThreadAndRunVariables, type CreateThreadVariables, type DeleteAssistantVariables, type DeleteMessageVariables, type DeleteThreadVariables, type Draft, type ListQueryHookOptions, type ModifyAssistantVariables, type ModifyMessageVariables, type ModifyRunVariables, type ModifyThreadMetadataVariables, type ModifyThreadVariables, type MutationHookOptions, type MutationHookResult, type QueryHookOptions, type RecordedEvent, type Recording, type RunItem, type SubmitToolOutputsToRunVariables, type SuspenseListQueryHookOptions, type SuspenseQueryHookOptions, type ThreadHookOptions, ThreadProvider, type ThreadProviderProps, ThreadkitProvider, type ThreadkitProviderProps, type UseAssistantOptions, type UseAssistantsOptions, type UseControllerOptions, type UseMessageOptions, type UseMessagePartOptions, type UseMessagesOptions, type UseNowOptions, type UseRunItemsOptions, type UseRunItemsResult, type UseRunOptions, type UseRunRecordingOptions, type UseRunRecordingResult, type UseRunStepOptions, type UseRunStepsOptions, type UseRunsOptions, type UseSuspenseMessagesOptions, type UseSuspenseRunOptions, type UseSuspenseRunStepsOptions, type UseThreadActivityOptions, type UseThreadOptions, type UseThreadResult, type UseThreadStateOptions, type UseThreadsOptions, type UseTimelineMessageOptions, type UseTimelineResult, type UseTimelineRunStepOptions, type UseToolCallsOptions, browserEnvironment, useAssistant, useAssistants, useCancelRun, useCapabilities, useClient, useConnection, useController, useCreateAssistant, useCreateMessage, useCreateRun, useCreateThread, useCreateThreadAndRun, useDeleteAssistant, useDeleteMessage, useDeleteThread, useDraft, useEnvironment, useFiles, useMessage, useMessageOutline, useMessagePart, useMessages, useModifyAssistant, useModifyMessage, useModifyRun, useModifyThread, useModifyThreadMetadata, useNow, useReset, useRun, useRunItems, useRunRecording, useRunStep, useRunSteps, useRuns, useSubmitToolOutputsToRun, useSuspenseMessages, useSuspenseRun, useSuspenseRunSteps, useThread, useThreadActivity, useThreadController, useThreadState, useThreads, useTimeline, useTimelineMessage, useTimelineRunStep, useToolCalls };
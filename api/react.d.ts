// @threadkit/react: what it exports. Written by `pnpm api --update`.

import { AnyTool, AssistantObject, AssistantsApi, Capabilities, ConnectionInfo, CreateAssistantRequest, CreateMessageRequest, CreateRunRequest, CreateThreadAndRunRequest, CreateThreadRequest, Deleted, Environment, FilesApi, ListPage, MessageContentPart, MessageObject, ModifyAssistantRequest, ModifyMessageRequest, ModifyRunRequest, ModifyThreadRequest, RunObject, RunState, RunStepObject, SendOptions, SequencedEvent, SubmitToolOutputsRunRequest, ThreadActions, ThreadActivity, ThreadController, ThreadObject, ThreadSnapshot, ThreadkitError, TimelineMessage, TimelineRow, Tool, ToolCallState } from "@threadkit/core";
import { InfiniteData, QueryClient, QueryKey, UseInfiniteQueryOptions, UseInfiniteQueryResult, UseMutationOptions, UseMutationResult, UseQueryOptions, UseQueryResult, UseSuspenseInfiniteQueryOptions, UseSuspenseInfiniteQueryResult, UseSuspenseQueryOptions, UseSuspenseQueryResult } from "@tanstack/react-query";
import { ReactNode } from "react";
/** What was typed for a thread and not sent. */
interface Draft {
  /**
   * Calls `put` with what was typed before, as soon as that is known: on another visit, or before a reload. Never
   * after something was saved, so that it cannot overwrite what the person types. Returns the way to stop.
   */
  restore(put: (text: string) => void): () => void;
  /** Keeps what stands in the field now; `''` forgets it, as when it was sent. */
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
/** The options of TanStack's `useInfiniteQuery`, except those that the hook sets. `select` reads the items of all pages. */
type ListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<UseInfiniteQueryOptions<ListPage<Item>, ThreadkitError>, SetByHook> & SelectOption<readonly Item[], Selected> & PlaceholderOption<readonly Item[]>;
/** The options of TanStack's `useSuspenseQuery`, except those that the hook sets and `initialData`. */
type SuspenseQueryHookOptions<Data, Selected = Data> = Omit<UseSuspenseQueryOptions<Data, ThreadkitError>, SetByHook> & SelectOption<Data, Selected>;
/** The options of TanStack's `useSuspenseInfiniteQuery`, except those that the hook sets. */
type SuspenseListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<UseSuspenseInfiniteQueryOptions<ListPage<Item>, ThreadkitError, InfiniteData<ListPage<Item>>, QueryKey, string | undefined>, SetByHook> & SelectOption<readonly Item[], Selected>;
interface UseAssistantsOptions<Selected = readonly AssistantObject[]> {
  query?: QueryHookOptions<readonly AssistantObject[], Selected> | undefined;
}
interface UseAssistantOptions<Selected = AssistantObject> {
  /** The assistant to read; `undefined` disables the query. */
  assistantId: string | undefined;
  query?: QueryHookOptions<AssistantObject, Selected> | undefined;
}
/** Reads the newest 100 assistants, newest first. */
declare function useAssistants<Selected = readonly AssistantObject[]>({ query }?: UseAssistantsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Reads one assistant. */
declare function useAssistant<Selected = AssistantObject>({ assistantId, query }: UseAssistantOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/**
 * What the backend can do beyond the contract. `'unknown'` until its first answer; asks for the assistants when
 * nothing else has been asked yet. On a server and while hydrating all are `'unknown'`.
 */
declare function useCapabilities(): Capabilities;
interface ThreadIdentity {
  /** Controlled: the thread to show. Going back to undefined begins a new one, or goes to the chat named `newChatKey`. */
  threadId?: string | undefined;
  /** Uncontrolled: the thread to begin with. */
  defaultThreadId?: string | undefined;
  /**
   * Names a new chat: other components find it under this name, and a reload leads back to the thread it became, or to
   * what was typed for it. Without one every component has its own, and a reload begins a new one.
   */
  newChatKey?: string | undefined;
}
/** The controller of a thread, or of a chat that has none yet: it stays the same when its thread is created. */
declare function useController({ threadId, defaultThreadId, newChatKey }: ThreadIdentity): ThreadController;
/** What every hook that reads one thread accepts. */
interface ThreadScopeOptions {
  /** From `useThread` or `useController`. @defaultValue the controller of the nearest `<ThreadProvider>` */
  controller?: ThreadController | undefined;
}
/**
 * Returns `controller`, or the controller of the nearest `<ThreadProvider>`.
 *
 * @throws Error without `controller` outside of a `<ThreadProvider>`.
 */
declare function useThreadController({ controller }?: ThreadScopeOptions): ThreadController;
/**
 * What is typed for a thread and not sent yet: survives going to another thread, and a reload. Chats that have neither
 * a thread nor a `newChatKey` share one place: of two that are shown at once, the first has it. The text itself is not state, so that typing renders nothing: give the result to
 * `Composer.Root`, or call `restore` in an effect and `save` with every change of a field of your own.
 */
declare function useDraft(options?: ThreadScopeOptions): Draft;
/**
 * The files of the nearest provider's backend. Undefined where it keeps none, and where there is no provider: parts
 * that can do without ask here. A backend of which it is not known yet is worth a try.
 */
declare function useFiles(): FilesApi | undefined;
interface UseMessageOptions<Selected = MessageObject> {
  /** The thread of the message; `undefined` disables the query. */
  threadId: string | undefined;
  /** The message to read; `undefined` disables the query. */
  messageId: string | undefined;
  query?: QueryHookOptions<MessageObject, Selected> | undefined;
}
/** Reads one message: live while it is written, otherwise as stored. Requests it only if the thread's loaded pages lack it. */
declare function useMessage<Selected = MessageObject>({ threadId, messageId, query }: UseMessageOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
interface UseMessagesOptions<Selected = readonly MessageObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  query?: ListQueryHookOptions<MessageObject, Selected> | undefined;
}
/**
 * Reads the messages of a thread, oldest first, including those that are being sent or written. `fetchNextPage` loads
 * 40 older ones. Re-renders on every delta: rows of a long list read `useTimelineMessage`.
 */
declare function useMessages<Selected = readonly MessageObject[]>({ threadId, query }: UseMessagesOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
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
 * Forgets everything of this client, for sign-out: cached data, controllers with what they were doing, which
 * thread a named chat leads back to, and what was typed and not sent. Runs on the server go on. Render chats anew afterwards, with another `key`.
 */
declare function useReset(): () => void;
interface UseRunOptions<Selected = RunObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  query?: QueryHookOptions<RunObject, Selected> | undefined;
}
/** Reads one run: live while the page follows it, otherwise as stored. Follows the active run of the thread. */
declare function useRun<Selected = RunObject>({ threadId, runId, query }: UseRunOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** One thing a run did: a message it wrote, or a step in which it called tools. */
type RunItem = {
  readonly kind: 'message';
  readonly key: string;
  readonly stepId: string | undefined;
} | {
  readonly kind: 'step';
  readonly key: string;
  readonly stepId: string;
};
interface RunItems {
  readonly run: RunObject | undefined;
  /** The run has not ended. */
  readonly isLive: boolean;
  /** In the order in which they happened. */
  readonly items: readonly RunItem[];
}
interface UseRunItemsOptions extends ThreadScopeOptions {
  runId: string;
}
interface UseTimelineRunStepOptions extends UseRunItemsOptions {
  stepId: string;
}
/** All that one run did: renders again when its status or its list of items changes, not when text grows. */
declare function useRunItems(options: UseRunItemsOptions): RunItems;
/** One step of a run. Undefined until it is known. */
declare function useTimelineRunStep(options: UseTimelineRunStepOptions): RunStepObject | undefined;
/** One event of a run, and what was known of the run once it had come. */
interface RunFrame {
  readonly event: SequencedEvent;
  readonly state: RunState;
}
/** A run's events so far. */
interface Recording {
  /** In the order in which they came. */
  readonly frames: readonly RunFrame[];
  /**
   * `reading`: more may come · `ended`: the run has, and this is all · `unsupported`: this backend keeps no events ·
   * `expired`: it no longer keeps this run's · `failed`: see `error`, and retry.
   */
  readonly status: 'reading' | 'ended' | 'unsupported' | 'expired' | 'failed';
  readonly error: ThreadkitError | undefined;
}
interface UseRunRecordingOptions {
  threadId: string;
  runId: string;
}
interface UseRunRecordingResult extends Recording {
  /** Goes on behind the last event, after a failure. */
  retry(): void;
}
/**
 * Every event of a run with the state after it, from the first to the newest: replayed where the run has ended,
 * followed while it lives. Only where the backend keeps events; `status` tells.
 */
declare function useRunRecording({ threadId, runId }: UseRunRecordingOptions): UseRunRecordingResult;
interface UseRunStepsOptions<Selected = readonly RunStepObject[]> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
  query?: QueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}
interface UseRunStepOptions<Selected = RunStepObject> {
  /** The thread of the run; `undefined` disables the query. */
  threadId: string | undefined;
  /** The run of the step; `undefined` disables the query. */
  runId: string | undefined;
  /** The step to read; `undefined` disables the query. */
  stepId: string | undefined;
  query?: QueryHookOptions<RunStepObject, Selected> | undefined;
}
/** Reads the first 100 steps of a run, oldest first: live while the page follows the run, otherwise as stored. */
declare function useRunSteps<Selected = readonly RunStepObject[]>({ threadId, runId, query }: UseRunStepsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/** Reads one step of a run: live while the page follows the run, otherwise as stored. */
declare function useRunStep<Selected = RunStepObject>({ threadId, runId, stepId, query }: UseRunStepOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
interface UseRunsOptions<Selected = readonly RunObject[]> {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
  query?: QueryHookOptions<readonly RunObject[], Selected, ListPage<RunObject>> | undefined;
}
/** Reads the newest 100 runs of a thread, oldest first, the active one live. */
declare function useRuns<Selected = readonly RunObject[]>({ threadId, query }: UseRunsOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
interface UseSuspenseMessagesOptions<Selected = readonly MessageObject[]> {
  threadId: string;
  query?: SuspenseListQueryHookOptions<MessageObject, Selected> | undefined;
}
interface UseSuspenseRunOptions<Selected = RunObject> {
  threadId: string;
  runId: string;
  query?: SuspenseQueryHookOptions<RunObject, Selected> | undefined;
}
interface UseSuspenseRunStepsOptions<Selected = readonly RunStepObject[]> {
  threadId: string;
  runId: string;
  query?: SuspenseQueryHookOptions<readonly RunStepObject[], Selected> | undefined;
}
/** As `useMessages`, for a thread that exists: suspends until the first page is loaded, throws when it cannot be read. */
declare function useSuspenseMessages<Selected = readonly MessageObject[]>({ threadId, query }: UseSuspenseMessagesOptions<Selected>): UseSuspenseInfiniteQueryResult<Selected, ThreadkitError>;
/** As `useRun`, for a run that exists: suspends until the run is loaded, throws when it cannot be read. */
declare function useSuspenseRun<Selected = RunObject>({ threadId, runId, query }: UseSuspenseRunOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError>;
/** As `useRunSteps`, for a run that exists: suspends until the steps are loaded, throws when they cannot be read. */
declare function useSuspenseRunSteps<Selected = readonly RunStepObject[]>({ threadId, runId, query }: UseSuspenseRunStepsOptions<Selected>): UseSuspenseQueryResult<Selected, ThreadkitError>;
interface UseThreadOptions<T extends readonly AnyTool[] = readonly AnyTool[]> extends ThreadIdentity {
  /** Who answers. Needed before something is sent. */
  assistantId?: string | undefined;
  /** A new chat has got its thread: the time to put its id into the address. */
  onThreadIdChange?: ((threadId: string) => void) | undefined;
  /** Tools that run in this page. They go on the run together with the assistant's own. */
  tools?: T | undefined;
  /** @defaultValue 'queue' */
  whenBusy?: SendOptions['whenBusy'];
  /** Overrides for every run that is started from here. */
  runParams?: SendOptions['runParams'];
}
/** Fields are tracked as `useQuery`'s are: a component renders again only for those it has read. */
interface UseThreadResult<T extends readonly AnyTool[]> extends ThreadActions {
  /** Undefined until the first message of a new chat created it. */
  readonly threadId: string | undefined;
  /** Oldest first, the live ones included. Carries live text: parts of a chat read narrower hooks. */
  readonly messages: readonly TimelineMessage[];
  readonly status: ThreadSnapshot['status'];
  readonly run: RunObject | undefined;
  readonly toolCalls: readonly ToolCallState<T[number]>[];
  readonly queue: ThreadSnapshot['queue'];
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | undefined;
  /** The first page is not there yet. */
  readonly isLoading: boolean;
  readonly hasOlder: boolean;
  loadOlder(): Promise<void>;
  /** Reads what others have written since. */
  loadNewer(): Promise<void>;
  /** The handle that narrower hooks and parts take. */
  readonly controller: ThreadController;
}
/** One thread: what it shows, what happens on it, and everything a person can do with it. */
declare function useThread<const T extends readonly AnyTool[] = readonly Tool[]>(options: UseThreadOptions<T>): UseThreadResult<T>;
interface UseThreadActivityOptions {
  threadId: string;
}
/**
 * Whether a run works in a thread or waits for the person, as far as this page knows of one: for marks in a list.
 * Asks for nothing and follows nothing; undefined for threads this page has not looked at.
 */
declare function useThreadActivity({ threadId }: UseThreadActivityOptions): ThreadActivity | undefined;
interface UseThreadStateOptions<T> extends ThreadScopeOptions {
  /** Must return the same reference for the same snapshot: select a field, do not build an object. */
  select: (snapshot: ThreadSnapshot) => T;
}
/** Selects one value from the live state of a thread; re-renders when the selected value changes. */
declare function useThreadState<T>(options: UseThreadStateOptions<T>): T;
/** The connection of the page to the thread's active run. */
declare function useConnection({ controller }?: ThreadScopeOptions): ConnectionInfo;
interface UseThreadsOptions<Selected = readonly ThreadObject[]> {
  /**
   * The threads that the app knows, in the order to show them. Only read when the backend cannot list threads, with
   * one request for each. @defaultValue none
   */
  ids?: readonly string[] | undefined;
  query?: ListQueryHookOptions<ThreadObject, Selected> | undefined;
}
/**
 * Reads the threads of the user, newest first, 100 a page. When the backend cannot list threads, reads those of `ids`,
 * 20 a page.
 */
declare function useThreads<Selected = readonly ThreadObject[]>({ ids, query }?: UseThreadsOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
interface UseTimelineMessageOptions extends ThreadScopeOptions {
  /** `TimelineMessage.key`, as rows and run items name it. */
  messageKey: string;
}
interface UseMessagePartOptions extends UseTimelineMessageOptions {
  /** Position in `message.content`, from 0. */
  index: number;
}
interface Timeline {
  /** Oldest first. Same reference while the list of rows is the same. */
  readonly rows: readonly TimelineRow[];
  /** True until the first page is there. */
  readonly isLoading: boolean;
  /** Why the messages could not be read. */
  readonly error: ThreadkitError | null;
  readonly hasOlder: boolean;
  /** Why the last `loadOlder` failed; null again when it has succeeded. `error` holds it, too. */
  readonly olderError: ThreadkitError | null;
  readonly isLoadingOlder: boolean;
  /** What a row holds now, oldest first; not watched, and not a walk through the thread. The same function for good. */
  messagesOf(row: TimelineRow): readonly TimelineMessage[];
  loadOlder(): Promise<void>;
  /** Reads what others have written since; done by itself when the page wakes up and someone else has run. */
  loadNewer(): Promise<void>;
  /** Asks again after an error. */
  reload(): Promise<void>;
}
/** The rows of a thread: renders again when rows come or go, not when text grows. */
declare function useTimeline(options?: ThreadScopeOptions): Timeline;
/** One message by its key. Undefined when it is not (or no longer) there. */
declare function useTimelineMessage(options: UseTimelineMessageOptions): TimelineMessage | undefined;
/**
 * One message by its key, as of the last time that something about it changed besides growing text: its status, its
 * parts and what they cite. Does not render for deltas: each part is read with `useMessagePart`.
 */
declare function useMessageOutline(options: UseTimelineMessageOptions): TimelineMessage | undefined;
/** One content part of a message: renders again when that part grew. */
declare function useMessagePart(options: UseMessagePartOptions): MessageContentPart | undefined;
interface UseToolCallsOptions extends ThreadScopeOptions {
  /** Only return calls of this run. @defaultValue the current run */
  runId?: string | undefined;
}
/** The function calls of the current run, or of `runId` when it is the current one; oldest first. */
declare function useToolCalls(options?: UseToolCallsOptions): readonly ToolCallState[];
/** The client given to the nearest `<ThreadkitProvider>`. */
declare function useClient(): AssistantsApi;
/**
 * The clock, timers, storage and signals of the nearest `<ThreadkitProvider>`: for components whose time a test moves.
 *
 * @throws When there is no `<ThreadkitProvider>` above.
 */
declare function useEnvironment(): Environment;
/**
 * The options of TanStack's `useMutation`, except `mutationFn`. `onSuccess` and `onSettled` run after the hook has
 * updated the cache; `onMutate` runs before the request.
 */
type MutationHookOptions<Data, Variables, OnMutateResult = unknown> = Omit<UseMutationOptions<Data, ThreadkitError, Variables, OnMutateResult>, 'mutationFn'>;
/** The result of TanStack's `useMutation`. Rejections of `mutateAsync` are a `ThreadkitError`. */
type MutationHookResult<Data, Variables, OnMutateResult = unknown> = UseMutationResult<Data, ThreadkitError, Variables, OnMutateResult>;
interface CreateAssistantVariables {
  body: CreateAssistantRequest;
}
interface ModifyAssistantVariables {
  assistantId: string;
  body: ModifyAssistantRequest;
}
interface DeleteAssistantVariables {
  assistantId: string;
}
/** Creates an assistant. */
declare function useCreateAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<AssistantObject, CreateAssistantVariables, OnMutateResult>): MutationHookResult<AssistantObject, CreateAssistantVariables, OnMutateResult>;
/** Changes an assistant. Fields that `body` leaves out keep their value. */
declare function useModifyAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<AssistantObject, ModifyAssistantVariables, OnMutateResult>): MutationHookResult<AssistantObject, ModifyAssistantVariables, OnMutateResult>;
/** Deletes an assistant. Runs that it has started continue. */
declare function useDeleteAssistant<OnMutateResult = unknown>(options?: MutationHookOptions<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult>): MutationHookResult<Deleted<'assistant'>, DeleteAssistantVariables, OnMutateResult>;
interface CreateMessageVariables {
  threadId: string;
  body: CreateMessageRequest;
}
interface ModifyMessageVariables {
  threadId: string;
  messageId: string;
  body: ModifyMessageRequest;
}
interface DeleteMessageVariables {
  threadId: string;
  messageId: string;
}
/** Adds a message to a thread without starting a run. To send in a chat, use `useThread().send`. */
declare function useCreateMessage<OnMutateResult = unknown>(options?: MutationHookOptions<MessageObject, CreateMessageVariables, OnMutateResult>): MutationHookResult<MessageObject, CreateMessageVariables, OnMutateResult>;
/** Changes the metadata of a message. The API cannot change its content. */
declare function useModifyMessage<OnMutateResult = unknown>(options?: MutationHookOptions<MessageObject, ModifyMessageVariables, OnMutateResult>): MutationHookResult<MessageObject, ModifyMessageVariables, OnMutateResult>;
/** Deletes a message. */
declare function useDeleteMessage<OnMutateResult = unknown>(options?: MutationHookOptions<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult>): MutationHookResult<Deleted<'thread.message'>, DeleteMessageVariables, OnMutateResult>;
interface CreateRunVariables {
  threadId: string;
  body: CreateRunRequest;
}
interface ModifyRunVariables {
  threadId: string;
  runId: string;
  body: ModifyRunRequest;
}
interface CancelRunVariables {
  threadId: string;
  runId: string;
}
interface SubmitToolOutputsToRunVariables {
  threadId: string;
  runId: string;
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
interface CreateThreadVariables {
  body?: CreateThreadRequest | undefined;
}
interface ModifyThreadVariables {
  threadId: string;
  body: ModifyThreadRequest;
}
interface ModifyThreadMetadataVariables {
  threadId: string;
  /** The keys to change; `undefined` removes a key. */
  changes: Readonly<Record<string, string | undefined>>;
}
interface DeleteThreadVariables {
  threadId: string;
}
interface CreateThreadAndRunVariables {
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
 * The page's clock, frames, storage and signals. Safe to make on a server, where it falls back to the plain one.
 */
declare function browserEnvironment(): Environment;
interface ThreadProviderProps {
  /** The thread that hooks below read when they get no `controller`. From `useThread` or `useController`. */
  controller: ThreadController;
  children?: ReactNode;
}
/** Provides a thread to the hooks below it, so that they can be called without `controller`. */
declare function ThreadProvider({ controller, children }: ThreadProviderProps): import("react").JSX.Element;
interface ThreadkitProviderProps {
  /** From `createClient`. Another client starts from nothing: make it once, outside the component. */
  client: AssistantsApi;
  /** @defaultValue the nearest `QueryClientProvider`'s, else one of its own */
  queryClient?: QueryClient | undefined;
  /** Replaces parts of the page's clock, storage or signals: for tests. */
  environment?: Partial<Environment> | undefined;
  children?: ReactNode;
}
/** Gives a client to every Threadkit hook and component below. */
declare function ThreadkitProvider({ client, queryClient: given, environment, children }: ThreadkitProviderProps): import("react").JSX.Element;
export { type CancelRunVariables, type CreateAssistantVariables, type CreateMessageVariables, type CreateRunVariables, type CreateThreadAndRunVariables, type CreateThreadVariables, type DeleteAssistantVariables, type DeleteMessageVariables, type DeleteThreadVariables, type Draft, type ListQueryHookOptions, type ModifyAssistantVariables, type ModifyMessageVariables, type ModifyRunVariables, type ModifyThreadMetadataVariables, type ModifyThreadVariables, type MutationHookOptions, type MutationHookResult, type QueryHookOptions, type Recording, type RunFrame, type RunItem, type RunItems, type SubmitToolOutputsToRunVariables, type SuspenseListQueryHookOptions, type SuspenseQueryHookOptions, type ThreadIdentity, ThreadProvider, type ThreadProviderProps, type ThreadScopeOptions, ThreadkitProvider, type ThreadkitProviderProps, type Timeline, type UseAssistantOptions, type UseAssistantsOptions, type UseMessageOptions, type UseMessagePartOptions, type UseMessagesOptions, type UseNowOptions, type UseRunItemsOptions, type UseRunOptions, type UseRunRecordingOptions, type UseRunRecordingResult, type UseRunStepOptions, type UseRunStepsOptions, type UseRunsOptions, type UseSuspenseMessagesOptions, type UseSuspenseRunOptions, type UseSuspenseRunStepsOptions, type UseThreadActivityOptions, type UseThreadOptions, type UseThreadResult, type UseThreadStateOptions, type UseThreadsOptions, type UseTimelineMessageOptions, type UseTimelineRunStepOptions, type UseToolCallsOptions, browserEnvironment, useAssistant, useAssistants, useCancelRun, useCapabilities, useClient, useConnection, useController, useCreateAssistant, useCreateMessage, useCreateRun, useCreateThread, useCreateThreadAndRun, useDeleteAssistant, useDeleteMessage, useDeleteThread, useDraft, useEnvironment, useFiles, useMessage, useMessageOutline, useMessagePart, useMessages, useModifyAssistant, useModifyMessage, useModifyRun, useModifyThread, useModifyThreadMetadata, useNow, useReset, useRun, useRunItems, useRunRecording, useRunStep, useRunSteps, useRuns, useSubmitToolOutputsToRun, useSuspenseMessages, useSuspenseRun, useSuspenseRunSteps, useThread, useThreadActivity, useThreadController, useThreadState, useThreads, useTimeline, useTimelineMessage, useTimelineRunStep, useToolCalls };
// @threadkit/react: what it exports. Written by `pnpm api --update`.

import { AnyTool, AssistantObject, AssistantsApi, Capabilities, ConnectionInfo, CreateAssistantRequest, CreateMessageRequest, CreateRunRequest, CreateThreadAndRunRequest, CreateThreadRequest, Environment, FilesApi, MessageContentPart, MessageObject, ModifyAssistantRequest, ModifyMessageRequest, ModifyRunRequest, ModifyThreadRequest, RunObject, RunState, RunStepObject, SendOptions, SequencedEvent, SubmitToolOutputsRunRequest, ThreadActions, ThreadActivity, ThreadController, ThreadObject, ThreadSnapshot, ThreadkitError, TimelineMessage, TimelineRow, Tool, ToolCallState } from "@threadkit/core";
import { QueryClient, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
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
interface UseAssistantOptions {
  /** The assistant to read; `undefined` disables the query. */
  assistantId: string | undefined;
}
/** The newest hundred assistants, newest first. */
declare function useAssistants(): UseQueryResult<readonly AssistantObject[], ThreadkitError>;
/** One assistant. */
declare function useAssistant({ assistantId }: UseAssistantOptions): UseQueryResult<AssistantObject, ThreadkitError>;
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
interface UseMessagesOptions {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
}
interface UseMessageOptions extends UseMessagesOptions {
  /** The message to read; `undefined` disables the query. */
  messageId: string | undefined;
}
/**
 * A thread's messages, oldest first, those being sent or written included. `fetchNextPage` reads older ones.
 * Renders again with every delta: rows of a long list read `useTimelineMessage`.
 */
declare function useMessages({ threadId }: UseMessagesOptions): UseInfiniteQueryResult<readonly MessageObject[], ThreadkitError>;
/** One message: as it happens while it is written, as it was stored otherwise. */
declare function useMessage({ threadId, messageId }: UseMessageOptions): UseQueryResult<MessageObject, ThreadkitError>;
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
interface UseRunsOptions {
  /** The thread to read; `undefined` disables the query. */
  threadId: string | undefined;
}
interface UseRunOptions extends UseRunsOptions {
  /** The run to read; `undefined` disables the query. */
  runId: string | undefined;
}
interface UseRunStepOptions extends UseRunOptions {
  /** The step to read; `undefined` disables the query. */
  stepId: string | undefined;
}
/** One run: as it happens while the page follows it, as it was stored otherwise. */
declare function useRun({ threadId, runId }: UseRunOptions): UseQueryResult<RunObject, ThreadkitError>;
/** A run's steps, oldest first: as they happen while the page follows the run, as they were stored otherwise. */
declare function useRunSteps({ threadId, runId }: UseRunOptions): UseQueryResult<readonly RunStepObject[], ThreadkitError>;
/** A thread's newest hundred runs, oldest first; the live one as it happens. */
declare function useRuns({ threadId }: UseRunsOptions): UseQueryResult<readonly RunObject[], ThreadkitError>;
/** One step of a run: as it happens while the page follows the run, as it was stored otherwise. */
declare function useRunStep({ threadId, runId, stepId }: UseRunStepOptions): UseQueryResult<RunStepObject, ThreadkitError>;
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
interface UseSuspenseMessagesOptions {
  threadId: string;
}
interface UseSuspenseRunOptions {
  threadId: string;
  runId: string;
}
/** As `useMessages`, for a thread that exists: suspends until the first page is there, throws when it cannot be read. */
declare function useSuspenseMessages({ threadId }: UseSuspenseMessagesOptions): readonly MessageObject[];
/** As `useRun`: suspends until the run is there, throws when it cannot be read. */
declare function useSuspenseRun({ threadId, runId }: UseSuspenseRunOptions): RunObject;
/** As `useRunSteps`: suspends until the steps are there, throws when they cannot be read. */
declare function useSuspenseRunSteps({ threadId, runId }: UseSuspenseRunOptions): readonly RunStepObject[];
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
interface UseThreadsOptions {
  /**
   * The threads the app knows of, in the order to show them. Read one by one, and only where the backend cannot
   * list threads itself. Keep the list the same while its ids are.
   */
  ids?: readonly string[] | undefined;
}
/**
 * The threads of this user, newest first: the newest hundred, and a hundred more with each `fetchNextPage`. Where
 * the backend cannot list threads: those of `ids`, twenty at a time, else none.
 */
declare function useThreads({ ids }?: UseThreadsOptions): UseInfiniteQueryResult<readonly ThreadObject[], ThreadkitError>;
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
declare function useCreateAssistant(): import("@tanstack/react-query").UseMutationResult<AssistantObject, import("@threadkit/core").ThreadkitError, {
  body: CreateAssistantRequest;
}>;
declare function useModifyAssistant(): import("@tanstack/react-query").UseMutationResult<AssistantObject, import("@threadkit/core").ThreadkitError, {
  assistantId: string;
  body: ModifyAssistantRequest;
}>;
declare function useDeleteAssistant(): import("@tanstack/react-query").UseMutationResult<import("@threadkit/core").Deleted<"assistant">, import("@threadkit/core").ThreadkitError, {
  assistantId: string;
}>;
/** Adds a message without starting a run. To send in a chat, use `useThread().send`. */
declare function useCreateMessage(): import("@tanstack/react-query").UseMutationResult<MessageObject, import("@threadkit/core").ThreadkitError, {
  threadId: string;
  body: CreateMessageRequest;
}>;
declare function useModifyMessage(): import("@tanstack/react-query").UseMutationResult<MessageObject, import("@threadkit/core").ThreadkitError, {
  threadId: string;
  messageId: string;
  body: ModifyMessageRequest;
}>;
declare function useDeleteMessage(): import("@tanstack/react-query").UseMutationResult<import("@threadkit/core").Deleted<"thread.message">, import("@threadkit/core").ThreadkitError, {
  threadId: string;
  messageId: string;
}>;
interface RunIds {
  threadId: string;
  runId: string;
}
/** Starts a run without sending a message. To send in a chat, use `useThread().send`. */
declare function useCreateRun(): import("@tanstack/react-query").UseMutationResult<RunObject, import("@threadkit/core").ThreadkitError, {
  threadId: string;
  body: CreateRunRequest;
}>;
/** Only once the run is no longer active. */
declare function useModifyRun(): import("@tanstack/react-query").UseMutationResult<RunObject, import("@threadkit/core").ThreadkitError, RunIds & {
  body: ModifyRunRequest;
}>;
declare function useCancelRun(): import("@tanstack/react-query").UseMutationResult<RunObject, import("@threadkit/core").ThreadkitError, RunIds>;
/** Answers a run's calls by hand, all of them at once. Tools given to `useThread` do this by themselves. */
declare function useSubmitToolOutputsToRun(): import("@tanstack/react-query").UseMutationResult<RunObject, import("@threadkit/core").ThreadkitError, RunIds & {
  body: SubmitToolOutputsRunRequest;
}>;
interface ThreadMetadataChange {
  threadId: string;
  changes: Readonly<Record<string, string | undefined>>;
}
declare function useCreateThread(): import("@tanstack/react-query").UseMutationResult<ThreadObject, import("@threadkit/core").ThreadkitError, {
  body?: CreateThreadRequest | undefined;
}>;
declare function useModifyThread(): import("@tanstack/react-query").UseMutationResult<ThreadObject, import("@threadkit/core").ThreadkitError, {
  threadId: string;
  body: ModifyThreadRequest;
}>;
/**
 * Changes some keys of a thread's metadata and leaves the others as they are; undefined takes a key out. The wire
 * replaces the map whole, so the thread is read first; changes of one page wait for each other.
 */
declare function useModifyThreadMetadata(): import("@tanstack/react-query").UseMutationResult<ThreadObject, import("@threadkit/core").ThreadkitError, ThreadMetadataChange>;
/** Deletes a thread with all it holds. Whoever still looks at it is told that it is gone. */
declare function useDeleteThread(): import("@tanstack/react-query").UseMutationResult<import("@threadkit/core").Deleted<"thread">, import("@threadkit/core").ThreadkitError, {
  threadId: string;
}>;
/** Creates a thread and a run in one request; a page that shows the thread picks the run up. */
declare function useCreateThreadAndRun(): import("@tanstack/react-query").UseMutationResult<import("@threadkit/core").RunObject, import("@threadkit/core").ThreadkitError, {
  body: CreateThreadAndRunRequest;
}>;
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
/** The client given to the nearest `<ThreadkitProvider>`. */
declare function useClient(): AssistantsApi;
/**
 * The clock, timers, storage and signals of the nearest `<ThreadkitProvider>`: for components whose time a test moves.
 *
 * @throws When there is no `<ThreadkitProvider>` above.
 */
declare function useEnvironment(): Environment;
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
export { type Draft, type Recording, type RunFrame, type RunItem, type RunItems, type ThreadIdentity, type ThreadMetadataChange, ThreadProvider, type ThreadProviderProps, type ThreadScopeOptions, ThreadkitProvider, type ThreadkitProviderProps, type Timeline, type UseAssistantOptions, type UseMessageOptions, type UseMessagePartOptions, type UseMessagesOptions, type UseNowOptions, type UseRunItemsOptions, type UseRunOptions, type UseRunRecordingOptions, type UseRunRecordingResult, type UseRunStepOptions, type UseRunsOptions, type UseSuspenseMessagesOptions, type UseSuspenseRunOptions, type UseThreadActivityOptions, type UseThreadOptions, type UseThreadResult, type UseThreadStateOptions, type UseThreadsOptions, type UseTimelineMessageOptions, type UseTimelineRunStepOptions, type UseToolCallsOptions, browserEnvironment, useAssistant, useAssistants, useCancelRun, useCapabilities, useClient, useConnection, useController, useCreateAssistant, useCreateMessage, useCreateRun, useCreateThread, useCreateThreadAndRun, useDeleteAssistant, useDeleteMessage, useDeleteThread, useDraft, useEnvironment, useFiles, useMessage, useMessageOutline, useMessagePart, useMessages, useModifyAssistant, useModifyMessage, useModifyRun, useModifyThread, useModifyThreadMetadata, useNow, useReset, useRun, useRunItems, useRunRecording, useRunStep, useRunSteps, useRuns, useSubmitToolOutputsToRun, useSuspenseMessages, useSuspenseRun, useSuspenseRunSteps, useThread, useThreadActivity, useThreadController, useThreadState, useThreads, useTimeline, useTimelineMessage, useTimelineRunStep, useToolCalls };
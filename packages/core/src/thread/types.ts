import type {
  AssistantObject,
  CreateMessageRequest,
  CreateRunRequest,
  MessageObject,
  Metadata,
  RunObject,
  RunStatus,
  RunStepObject,
  ThreadObject,
} from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import type { AnyTool } from '../tools/tool.ts';
import type { ToolCallState } from '../tools/tool-call.ts';

/** A value that can be read and subscribed to, in the shape of `useSyncExternalStore`. */
export interface Subscribable<T> {
  /** Returns the same reference until something has changed. */
  getSnapshot(): T;
  /** Calls `onChange` after changes, at most once a frame. Returns a function that unsubscribes. */
  subscribe(onChange: () => void): () => void;
}

/** How a thread follows its active run. */
export interface ConnectionInfo {
  /**
   * `idle`: there is no run to follow · `connecting`: the stream is being opened · `live`: events arrive · `stalled`: nothing
   * arrived for 40 seconds, so the stream was closed and is reopened · `reconnecting`: the stream was cut off, or could not
   * be opened, and is reopened after a delay · `polling`: the backend cannot replay events, so the run is read at intervals ·
   * `offline`: the page has no network.
   */
  readonly state: 'idle' | 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'polling' | 'offline';
  /** Attempts to reconnect so far; 0 while connected. */
  readonly attempt: number;
  /**
   * When the last data arrived before the connection left `live`: response headers, an event or a heartbeat. Unix milliseconds
   * by this page's clock. While it is `live`, when it became so. Undefined while `idle`, and until the connection of this run
   * is first `live`.
   */
  readonly lastReceivedAt: number | undefined;
}

/** The input to send: text, or a message without its role. */
export type SendInput = string | Omit<CreateMessageRequest, 'role'>;

/** Options of the actions that start a run. */
export interface SendOptions {
  /**
   * What to do while a run is active. `queue`: the input is sent after the run has ended · `reject`: the outcome is `failed`, of
   * kind `'locked'` · `replace`: the run is cancelled, then the input is sent before queued ones. @defaultValue 'queue'
   */
  whenBusy?: 'queue' | 'reject' | 'replace' | undefined;
  /** The assistant of this run. @defaultValue that of the controller; without one the outcome is `failed`, of kind `'config'` */
  assistantId?: string | undefined;
  /** Parameters of this run, over those of the assistant. @defaultValue none */
  runParams?: Partial<Omit<CreateRunRequest, 'assistant_id'>> | undefined;
}

/**
 * The API cannot change a message. `truncate` deletes the messages from the rewritten one on; `branch` copies those before it
 * into a new thread, whose id is in the outcome. Steps, annotations and the authorship of messages are not copied.
 * After a `truncate` that failed half way, call the method again: with the id of the user message if the rewritten one is deleted
 * already. A `branch` starts over with a new copy; the incomplete copy stays on the server.
 */
export interface RewriteOptions extends SendOptions {
  /** What happens to the rewritten message and the later ones. @defaultValue 'truncate' */
  history?: 'truncate' | 'branch' | undefined;
}

/**
 * The result of an action. Actions never reject, because they are called in event handlers. `running`: the run exists on the
 * server · `queued`: the input waits for the active run; `key` identifies it in the queue · `failed`: the message stays in the
 * timeline and can be retried by its `key`. An input that `whenBusy: 'reject'` refused was never shown, and its `key` cannot
 * be retried.
 */
export type SendOutcome =
  | { status: 'running'; threadId: string; runId: string }
  | { status: 'queued'; key: string }
  | { status: 'failed'; key: string; error: ThreadkitError };

/** A message of a timeline: stored, or local to this page. */
export interface TimelineMessage {
  /** Never changes, neither when the server's id arrives nor when the cache has the message: use it as React key. */
  readonly key: string;
  /** The server's id. Undefined until the message is stored. */
  readonly id: string | undefined;
  readonly role: 'user' | 'assistant';
  /**
   * `sending`: being sent, or its run is being started · `failed`: one of these failed; see `retry` and `discard` · `live`: a run
   * is writing it · `stored`: on the server, and no longer written.
   */
  readonly phase: 'sending' | 'failed' | 'live' | 'stored';
  /** The message so far. Its `id` is empty until it is stored. */
  readonly message: MessageObject;
  /** The run that created the message; null for messages of the user. */
  readonly runId: string | null;
}

/** An input that waits for the active run to end. */
export interface QueuedInput {
  /** Identifies the input in `editQueued`, `removeQueued` and `sendNow`; the message gets it when it is sent. */
  readonly key: string;
  /** What will be sent. */
  readonly input: SendInput;
}

/** The current state of a thread. Stored messages are not part of it. */
export interface ThreadSnapshot {
  /** Undefined until the first message of a new chat has created the thread. */
  readonly threadId: string | undefined;
  /** `sending` before the run of a message exists, else the status of `run`, or `idle` without a run. */
  readonly status: 'idle' | 'sending' | RunStatus;
  /** The active run, or the last one that was followed. */
  readonly run: RunObject | undefined;
  /** Messages that are sent, failed or streaming, oldest first, until the cache has them. */
  readonly localMessages: readonly TimelineMessage[];
  /** Steps of `run`, oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState[];
  /** Inputs that wait for the active run to end, in the order they will be sent. */
  readonly queue: readonly QueuedInput[];
  /** How this page follows `run`. */
  readonly connection: ConnectionInfo;
  /** Why the last action or run failed. Reset by `clearError`, by the next send and by the next run. */
  readonly error: ThreadkitError | null;
}

/**
 * The actions of a thread. None rejects: those that start a run resolve with a {@link SendOutcome}, the others set the
 * snapshot's `error`.
 */
export interface ThreadActions {
  /** Adds a user message and starts a run. Resolves when the run exists, or the input is queued or refused. */
  send(input: SendInput, options?: SendOptions): Promise<SendOutcome>;
  /**
   * Sends a failed message again, or queues it while a run is active. A message that was stored already is not stored twice.
   * `failed` of kind `'config'` when no failed message has this key.
   */
  retry(key: string): Promise<SendOutcome>;
  /** Removes a failed message from the timeline, and from the server if it was stored; a failure there sets `error`. */
  discard(key: string): void;
  /**
   * Cancels the active run on the server, and the message that is being sent. Does nothing without either. Resolves when the
   * server has responded; the run may still be `cancelling`. A failure sets `error`.
   */
  cancel(): Promise<void>;
  /** Finds the thread's active run and follows it. Retries a lost connection at once. */
  attach(): void;
  /** Stops following. The run continues on the server. */
  detach(): void;
  /**
   * Executes a waiting call, with `edited` in place of its arguments. Sets `error`, here and of the call, when `edited` does not
   * fit the tool, until the call is decided again. Sets `error` when the call does not wait; so do `reject` and `addToolOutput`.
   * For typed arguments use `approve` of the call.
   */
  approve(toolCallId: string, edited?: unknown): void;
  /** Declines a waiting call. The model reads the reason. */
  reject(toolCallId: string, reason?: string): void;
  /** Sets the output of a waiting call without executing it. */
  addToolOutput(toolCallId: string, output: unknown): void;
  /** Sets the snapshot's `error` to null. Failed messages keep their phase and can still be retried. */
  clearError(): void;
  /** Replaces a queued input. Does nothing when `key` is no longer in the queue. */
  editQueued(key: string, input: SendInput): void;
  /** Removes a queued input. Does nothing when `key` is no longer in the queue. */
  removeQueued(key: string): void;
  /** Moves a queued input to the front and cancels the run that it waits for. */
  sendNow(key: string): void;
  /**
   * Generates a response again. Deletes an assistant message and all later ones, or all messages after a user message, on the
   * server. With `history: 'branch'` the thread is kept and a copy continues: see {@link RewriteOptions}.
   */
  regenerate(messageId: string, options?: RewriteOptions): Promise<SendOutcome>;
  /** Deletes one message on the server. A failure sets the snapshot's `error`. */
  deleteMessage(messageId: string): Promise<void>;
  /** Replaces the thread's metadata, such as its title. A failure sets the snapshot's `error`. */
  modifyMetadata(metadata: Metadata): Promise<void>;
  /** Deletes a user message and all later ones, then sends `input` instead. */
  editAndResend(messageId: string, input: SendInput, options?: RewriteOptions): Promise<SendOutcome>;
}

/** Controls one thread. Shared by all components of the page; inert until it is subscribed to. */
export interface ThreadController extends Subscribable<ThreadSnapshot>, ThreadActions {
  /** Registers the tools of one owner; by name the last owner wins. Returns a function that removes them. */
  setTools(owner: symbol, tools: readonly AnyTool[]): () => void;
  /** Follows a run of this thread that the app has started itself. */
  follow(run: RunObject): void;
  /** Sets the assistant of later runs. */
  setAssistant(assistantId: string | undefined): void;
  /** The key that a message had before it was stored, so that its row does not remount. */
  getMessageKey(messageId: string): string;
  /** Removes local messages that are in the cache. */
  dropPersisted(storedIds: { has(id: string): boolean }): void;
  /** Deletes what is stored for after a reload: the thread of a new chat, and the journal of open tool calls. */
  forget(): void;
  /** Stops following and aborts executing tools. The run continues on the server. */
  dispose(): void;
}

/** The activity of a thread in this page: a run is working, or it waits for the user. */
export type ThreadActivity = 'running' | 'waiting';

/** Objects of a thread that the server has stored, for a cache. */
export interface PersistedChange {
  /** The thread of all objects of this change. */
  readonly threadId: string;
  /** New or changed messages. */
  readonly messages: readonly MessageObject[];
  /** A run that has ended, or whose metadata was changed. */
  readonly run?: RunObject | undefined;
  /** The steps of `run`, when it has ended. */
  readonly steps?: readonly RunStepObject[] | undefined;
  /** The thread, when its metadata was changed. */
  readonly thread?: ThreadObject | undefined;
  /** Ids of messages that were deleted. */
  readonly removed?: readonly string[] | undefined;
}

/** Options of `createThreadController`. */
export interface ThreadControllerOptions {
  /** From `createClient` or `fromOpenAI`. */
  client: AssistantsApi;
  /** The thread to control. Left out: the first message creates one. */
  threadId?: string | undefined;
  /** The assistant that responds. May be set later with `setAssistant`, or given with each `send`. */
  assistantId?: string | undefined;
  /**
   * Reads the assistant before a run that registered tools are added to: its own tools have to be sent along.
   * @defaultValue `client.getAssistant`, with one request for each run
   */
  getAssistant?: ((assistantId: string) => Promise<Pick<AssistantObject, 'tools'>>) | undefined;
  /** Clock, timers, storage, locks. @defaultValue {@link plainEnvironment} */
  environment?: Partial<Environment> | undefined;
  /** Called when a message is stored and when a run ends, before they leave `localMessages`. */
  onPersisted?: ((change: PersistedChange) => void) | undefined;
  /**
   * Stores the id of the thread that a new chat creates, so that the chat continues with it after a reload. Left out:
   * nothing is stored. Only for controllers without a `threadId`.
   */
  newChatKey?: string | undefined;
  /** Called once, when the first message has created a new thread. */
  onThreadCreated?: ((threadId: string) => void) | undefined;
  /** Called once, when the thread id of a new chat is known: created now, or restored by `newChatKey`. */
  onThreadIdKnown?: ((threadId: string) => void) | undefined;
  /** Another client has started a run on the thread: lists that were read before are outdated. */
  onOutdated?: ((threadId: string) => void) | undefined;
  /** Called when the controller has no subscribers and no active run any more. */
  onIdle?: (() => void) | undefined;
  /** Called when the thread's activity may have changed, sometimes with an equal value. */
  onActivity?: ((threadId: string, activity: ThreadActivity | undefined) => void) | undefined;
}

import type {
  CreateMessageRequest,
  CreateRunRequest,
  MessageObject,
  Metadata,
  RunObject,
  RunStatus,
  RunStepObject,
} from '../../api/index.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { ToolCallState } from '../../tools/tool-call.ts';

/** A value that can be read and watched: what `useSyncExternalStore` takes. */
export interface Subscribable<T> {
  /** The same reference until something changed. */
  getSnapshot(): T;
  /** Called after each change, at most once a frame. Returns the way to stop. */
  subscribe(onChange: () => void): () => void;
}

export interface ConnectionInfo {
  readonly state: 'idle' | 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'polling' | 'offline';
  /** 0 while all is well; counts tries to reconnect. */
  readonly attempt: number;
  /**
   * When the last event arrived before the connection left `live`: Unix milliseconds by this page's clock. While it is
   * `live`, when it became so. Undefined before the first event.
   */
  readonly lastEventAt: number | undefined;
}

/** What a person sends: text, or a whole message without its role. */
export type SendInput = string | Omit<CreateMessageRequest, 'role'>;

export interface SendOptions {
  /** What to do while a run lives. @defaultValue 'queue' */
  whenBusy?: 'queue' | 'reject' | 'replace' | undefined;
  assistantId?: string | undefined;
  /** Overrides for this run. */
  runParams?: Partial<Omit<CreateRunRequest, 'assistant_id'>> | undefined;
}

/**
 * The contract cannot change a message, so history is deleted, or copied into a new thread whose id the outcome
 * tells. Steps, annotations and attribution do not travel into a copy. A rewrite that failed half way is finished
 * by calling it again.
 */
export interface RewriteOptions extends SendOptions {
  /** @defaultValue 'truncate' */
  history?: 'truncate' | 'branch' | undefined;
}

/**
 * Actions never reject: they sit in event handlers. The outcome says what became of the input; a failed
 * message stays in the timeline with its words and can be retried. What `whenBusy: 'reject'` refuses was never
 * shown: its `key` leads nowhere.
 */
export type SendOutcome =
  | { status: 'running'; threadId: string; runId: string }
  | { status: 'queued'; key: string }
  | { status: 'failed'; key: string; error: ThreadkitError };

/**
 * A message as a list shows it. `key` never changes, not when the server's id arrives and not when the message
 * is handed over to the cache: use it as React key. `id` is undefined until the message is stored.
 */
export interface TimelineMessage {
  readonly key: string;
  readonly id: string | undefined;
  readonly role: 'user' | 'assistant';
  readonly phase: 'sending' | 'failed' | 'live' | 'stored';
  readonly message: MessageObject;
  readonly runId: string | null;
}

export interface QueuedInput {
  readonly key: string;
  readonly input: SendInput;
}

/** What is happening on a thread now. What the server has stored is not in here. */
export interface ThreadSnapshot {
  readonly threadId: string | undefined;
  readonly status: 'idle' | 'sending' | RunStatus;
  /** The run that lives, or the last one that ended while someone looked. */
  readonly run: RunObject | undefined;
  /** Messages that are being sent or written, oldest first, until the cache has them. */
  readonly localMessages: readonly TimelineMessage[];
  /** Steps of `run`, oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState[];
  readonly queue: readonly QueuedInput[];
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | undefined;
}

export interface ThreadActions {
  send(input: SendInput, options?: SendOptions): Promise<SendOutcome>;
  /** Sends a failed message again, from the half that failed. */
  retry(key: string): Promise<SendOutcome>;
  /** Takes a failed message out of the timeline. */
  discard(key: string): void;
  /** Stops the run on the server. */
  cancel(): Promise<void>;
  /** Looks (again): finds the thread's active run and follows it; tries at once where a lost connection waits. */
  attach(): void;
  /** Stops looking. The run goes on. */
  detach(): void;
  approve(toolCallId: string, edited?: unknown): void;
  reject(toolCallId: string, reason?: string): void;
  addToolOutput(toolCallId: string, output: unknown): void;
  /** Sets the snapshot's `error` to undefined. Failed messages keep their phase and can still be retried. */
  clearError(): void;
  /** Replaces a queued input. Does nothing when `key` is no longer in the queue. */
  editQueued(key: string, input: SendInput): void;
  /** Removes a queued input. Does nothing when `key` is no longer in the queue. */
  removeQueued(key: string): void;
  /** Moves a queued input to the front and cancels the run that it waits for. */
  sendNow(key: string): void;
  /**
   * Answers again: an assistant's message is taken back with all behind it, or all behind a user's message.
   * Deletes on the server; with `history: 'branch'` the old thread stays and a copy goes on, see {@link RewriteOptions}.
   */
  regenerate(messageId: string, options?: RewriteOptions): Promise<SendOutcome>;
  /** Deletes one message on the server. A failure shows as the snapshot's `error`. */
  deleteMessage(messageId: string): Promise<void>;
  /** Replaces the thread's metadata, such as its title. A failure shows as the snapshot's `error`. */
  modifyMetadata(metadata: Metadata): Promise<void>;
  /** Takes a user's message back with all behind it, and sends `input` in its place. */
  editAndResend(messageId: string, input: SendInput, options?: RewriteOptions): Promise<SendOutcome>;
}

/** One thread, looked at by anyone on the page. Inert until it is subscribed to. */
export interface ThreadController extends Subscribable<ThreadSnapshot>, ThreadActions {
  /** The tools of one mounted owner; the last one wins by name. Returns the way to take them back. */
  setTools(owner: symbol, tools: readonly AnyTool[]): () => void;
  /** Follows a run of this thread that someone else has started. */
  follow(run: RunObject): void;
  /** Which assistant answers from now on. */
  setAssistant(assistantId: string | undefined): void;
  /** The key a message with this id had before it was stored, so that its row does not remount. */
  keyOf(messageId: string): string;
  /** Tells the controller that the cache holds these ids: their overlay entries go. */
  dropPersisted(storedIds: { has(id: string): boolean }): void;
  /** A new chat no longer leads back to its thread after a reload, and the journal of the tool calls under way is cleared. */
  forget(): void;
  dispose(): void;
}

import type { AssistantObject, MessageObject, RunObject, RunStepObject, ThreadObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import type { ThreadActivity } from './thread-activity.ts';

/** Objects of a thread that the server has stored, for a cache. */
export interface PersistedChange {
  readonly threadId: string;
  /** New or changed messages. */
  readonly messages: readonly MessageObject[];
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
  client: AssistantsApi;
  /** Left out: a thread is created with the first message. */
  threadId?: string | undefined;
  /** The assistant that answers. May be set later with `setAssistant`, or given with each `send`. */
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

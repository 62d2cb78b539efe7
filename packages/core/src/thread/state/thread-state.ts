import type { MessageObject } from '../../api/index.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { EMPTY_RUN_STATE, type RunState } from '../../run/run-state.ts';
import type { ConnectionInfo, QueuedInput, SendInput, SendOptions } from '../types.ts';
import type { CallRecord } from './call-record.ts';

/** A message sent by this page. A stored one is removed once it is in the cache. */
export interface SentEntry {
  readonly kind: 'sent';
  readonly key: string;
  readonly input: SendInput;
  readonly options: SendOptions;
  readonly phase: 'sending' | 'failed' | 'stored';
  /** Time of the first attempt: Unix milliseconds, by this page's clock. */
  readonly sentAt: number;
  /** The message to show: an optimistic one until the server's object arrives. */
  readonly message: MessageObject;
}

/**
 * `sent`: a message of the user. `current`: the messages of the current run. `past`: those of an ended run that are not in
 * the cache yet.
 */
export type LocalMessage =
  | SentEntry
  | { readonly kind: 'current' }
  | { readonly kind: 'past'; readonly state: RunState };

export interface QueueEntry extends QueuedInput {
  readonly options: SendOptions;
}

/** The state of a controller. Immutable; `transitions.ts` has every way to change it. */
export interface ThreadState {
  readonly threadId: string | undefined;
  readonly assistantId: string | undefined;
  /** The active run, or the last one. */
  readonly current: RunState;
  /** Messages that are not in the cache yet, oldest first. */
  readonly entries: readonly LocalMessage[];
  readonly calls: ReadonlyMap<string, CallRecord>;
  readonly queue: readonly QueueEntry[];
  readonly isSending: boolean;
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | null;
}

export const IDLE: ConnectionInfo = { state: 'idle', attempt: 0, lastReceivedAt: undefined };

export function initialState(threadId: string | undefined, assistantId: string | undefined): ThreadState {
  return {
    threadId,
    assistantId,
    current: EMPTY_RUN_STATE,
    entries: [],
    calls: new Map(),
    queue: [],
    isSending: false,
    connection: IDLE,
    error: null,
  };
}

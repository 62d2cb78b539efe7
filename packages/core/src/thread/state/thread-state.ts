import type { MessageObject } from '../../api/index.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { EMPTY_RUN_STATE, type RunState } from '../../run/run-state.ts';
import type { CallRecord } from '../tools/tool-batch.ts';
import type { ConnectionInfo, QueuedInput, SendInput, SendOptions } from './thread-snapshot.ts';

/** A message this page sends. Once stored it stays until the cache is seen to hold it. */
export interface SentEntry {
  readonly kind: 'sent';
  readonly key: string;
  readonly input: SendInput;
  readonly options: SendOptions;
  readonly phase: 'sending' | 'failed' | 'stored';
  /** When it was sent first, in Unix milliseconds by this page's clock. */
  readonly sentAt: number;
  /** What the row shows: made up until the server's object arrives. */
  readonly message: MessageObject;
}

/** The messages of the current run, or of one that ended before the cache took its messages. */
export type LocalMessage =
  | SentEntry
  | { readonly kind: 'current' }
  | { readonly kind: 'past'; readonly state: RunState };

export interface QueueEntry extends QueuedInput {
  readonly options: SendOptions;
}

/**
 * Everything a controller knows. Never mutated. The sender alone changes `queue` and `isSending`, the follower
 * `connection`, the tool round `calls`. The rest has several writers: `error`, for one, is set by whatever failed last,
 * and cleared when a message is sent or a run is taken up.
 */
export interface ThreadState {
  readonly threadId: string | undefined;
  readonly assistantId: string | undefined;
  /** The run that lives, or the last one. */
  readonly current: RunState;
  /** What happens now, oldest first. */
  readonly entries: readonly LocalMessage[];
  readonly calls: ReadonlyMap<string, CallRecord>;
  readonly queue: readonly QueueEntry[];
  readonly isSending: boolean;
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | undefined;
}

export const IDLE: ConnectionInfo = { state: 'idle', attempt: 0, lastEventAt: undefined };

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
    error: undefined,
  };
}

/**
 * Makes room for a new run: what the old one left in the overlay is kept as it is. A message that is not stored
 * yet comes behind it: the run belongs to another tab or client, and holds that message up.
 */
export function startRun(state: ThreadState): ThreadState {
  const entries = state.entries
    .map((entry): LocalMessage => (entry.kind === 'current' ? { kind: 'past', state: state.current } : entry))
    .filter((entry) => entry.kind !== 'past' || entry.state.messages.length > 0);
  const isUnsent = (entry: LocalMessage): boolean => entry.kind === 'sent' && entry.message.id === '';
  return {
    ...state,
    current: EMPTY_RUN_STATE,
    entries: [
      ...entries.filter((entry) => !isUnsent(entry)),
      { kind: 'current' },
      ...entries.filter(isUnsent),
    ],
    calls: new Map(),
  };
}

export function patchSent(state: ThreadState, key: string, patch: Partial<SentEntry>): ThreadState {
  return {
    ...state,
    entries: state.entries.map((entry) =>
      entry.kind === 'sent' && entry.key === key ? { ...entry, ...patch } : entry,
    ),
  };
}

/** Takes a deleted message out of what is shown. */
export function removeMessage(state: ThreadState, messageId: string): ThreadState {
  const without = (run: RunState): RunState => ({
    ...run,
    messages: run.messages.filter(({ id }) => id !== messageId),
  });
  const entries = state.entries
    .filter((entry) => entry.kind !== 'sent' || entry.message.id !== messageId)
    .map((entry) => (entry.kind === 'past' ? { ...entry, state: without(entry.state) } : entry));
  return { ...state, current: without(state.current), entries };
}

/** Drops what the cache is seen to hold. The current run stays known; only its messages leave the overlay. */
export function dropPersisted(
  state: ThreadState,
  isEnded: boolean,
  stored: { has(id: string): boolean },
): ThreadState {
  const entries = state.entries.filter((entry) => {
    if (entry.kind === 'sent') return entry.phase !== 'stored' || !stored.has(entry.message.id);
    if (entry.kind === 'current' && !isEnded) return true;
    const { messages } = entry.kind === 'current' ? state.current : entry.state;
    return !messages.every(({ id }) => stored.has(id));
  });
  return entries.length === state.entries.length ? state : { ...state, entries };
}

/**
 * Every way a {@link ThreadState} changes, as pure functions. A transition that changes nothing returns the state it was
 * given, so that subscribers are not called.
 */
import type { RunObject } from '../../api/index.ts';
import { isActive } from '../../api/run-status.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { type RunReducerInput, reduceEvent } from '../../run/reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from '../../run/run-state.ts';
import type { ConnectionInfo, SendInput } from '../types.ts';
import type { CallRecord } from './call-record.ts';
import type { LocalMessage, QueueEntry, SentEntry, ThreadState } from './thread-state.ts';

export function setThreadId(state: ThreadState, threadId: string | undefined): ThreadState {
  return { ...state, threadId };
}

export function setAssistantId(state: ThreadState, assistantId: string | undefined): ThreadState {
  return state.assistantId === assistantId ? state : { ...state, assistantId };
}

export function setError(state: ThreadState, error: ThreadkitError | null): ThreadState {
  return state.error === error ? state : { ...state, error };
}

/** `resolved` is an error that a change of the calls corrects. */
export function setCalls(
  state: ThreadState,
  calls: ReadonlyMap<string, CallRecord>,
  resolved?: ThreadkitError,
): ThreadState {
  return { ...state, calls, error: state.error === resolved ? null : state.error };
}

export function setConnection(state: ThreadState, connection: ConnectionInfo): ThreadState {
  return state.connection === connection ? state : { ...state, connection };
}

// The current run

/** Folds an event, or an object that was read, into the current run. */
export function applyToRun(state: ThreadState, input: RunReducerInput): ThreadState {
  const current = reduceEvent(state.current, input);
  return current === state.current ? state : { ...state, current };
}

/** Makes `runId` the current run. The messages of the previous run become a past entry. */
export function setCurrentRun(state: ThreadState, runId: string): ThreadState {
  return setError(state.current.run?.id === runId ? state : beginRun(state), null);
}

/**
 * Starts an empty current run; the previous one becomes a past entry. Messages that are not stored yet move after the new
 * run, which may be of another client.
 */
function beginRun(state: ThreadState): ThreadState {
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

/** Replaces the run's object, whose metadata has changed. */
export function replaceRun(state: ThreadState, run: RunObject): ThreadState {
  return state.current.run?.id === run.id ? { ...state, current: { ...state.current, run } } : state;
}

// Messages

export function addSent(state: ThreadState, entry: SentEntry): ThreadState {
  return { ...state, entries: [...state.entries, entry] };
}

export function patchSent(state: ThreadState, key: string, patch: Partial<SentEntry>): ThreadState {
  return {
    ...state,
    entries: state.entries.map((entry) =>
      entry.kind === 'sent' && entry.key === key ? { ...entry, ...patch } : entry,
    ),
  };
}

/** Removes a message that failed to be sent. */
export function discardSent(state: ThreadState, key: string): ThreadState {
  return {
    ...state,
    entries: state.entries.filter(
      (entry) => entry.kind !== 'sent' || entry.key !== key || entry.phase !== 'failed',
    ),
  };
}

/** Removes a message that was deleted on the server. */
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

/** Removes the entries whose messages are in the cache. The current run itself remains. */
export function dropPersisted(state: ThreadState, stored: { has(id: string): boolean }): ThreadState {
  const isEnded = !isActive(state.current.run);
  const entries = state.entries.filter((entry) => {
    if (entry.kind === 'sent') return entry.phase !== 'stored' || !stored.has(entry.message.id);
    if (entry.kind === 'current' && !isEnded) return true;
    const { messages } = entry.kind === 'current' ? state.current : entry.state;
    return !messages.every(({ id }) => stored.has(id));
  });
  return entries.length === state.entries.length ? state : { ...state, entries };
}

// Sending

export function beginSending(state: ThreadState): ThreadState {
  return { ...state, isSending: true, error: null };
}

export function endSending(state: ThreadState): ThreadState {
  return { ...state, isSending: false };
}

/** Keeps the message, so that it can be sent again. */
export function failSending(state: ThreadState, key: string, error: ThreadkitError): ThreadState {
  return { ...patchSent(state, key, { phase: 'failed' }), isSending: false, error };
}

// The queue

export function enqueue(state: ThreadState, entry: QueueEntry, position: 'first' | 'last'): ThreadState {
  return { ...state, queue: position === 'first' ? [entry, ...state.queue] : [...state.queue, entry] };
}

export function editQueued(state: ThreadState, key: string, input: SendInput): ThreadState {
  return { ...state, queue: state.queue.map((entry) => (entry.key === key ? { ...entry, input } : entry)) };
}

export function removeQueued(state: ThreadState, key: string): ThreadState {
  return { ...state, queue: state.queue.filter((entry) => entry.key !== key) };
}

export function moveToFront(state: ThreadState, chosen: QueueEntry): ThreadState {
  return { ...state, queue: [chosen, ...state.queue.filter((entry) => entry !== chosen)] };
}

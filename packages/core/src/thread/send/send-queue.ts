import type { MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { sleep } from '../../environment/sleep.ts';
import { isThreadkitError, ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { isActive } from '../../run/run-status.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { OpenStream } from '../follow/event-stream.ts';
import { toMessageRequest, toOptimisticMessage } from '../state/optimistic-message.ts';
import type { Store } from '../state/store.ts';
import type { SendInput, SendOptions, SendOutcome, ThreadActions } from '../state/thread-snapshot.ts';
import { patchSent, type SentEntry, type ThreadState } from '../state/thread-state.ts';
import {
  buildRunRequest,
  findLostMessage,
  findLostRun,
  findNewestRun,
  type SeenIds,
  type StartedRun,
  startRunOnce,
} from './send-message.ts';

export interface SendQueueOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  disposeSignal: AbortSignal;
  registeredTools(): readonly AnyTool[];
  isBusy(): boolean;
  /** The messages and runs this page knows of. */
  seenIds: SeenIds;
  /** Takes up a run and follows it; resolves when it has ended. */
  trackRun(run: RunObject, stream: OpenStream | undefined): Promise<void>;
  /** This page started the run, so its tools are this page's. */
  claimTools(run: RunObject): void;
  cancel(): Promise<void>;
  onThreadCreated(threadId: string): void;
  /** The server's id of a message is known. */
  onMessageNamed(key: string, messageId: string): void;
  /** A message is stored and its run has begun. */
  onMessageStored(threadId: string, message: MessageObject): void;
}

export interface SendQueue
  extends Pick<ThreadActions, 'send' | 'retry' | 'discard' | 'editQueued' | 'removeQueued' | 'sendNow'> {
  /** Has what stands in the thread answered, without sending anything. */
  answerTo(message: MessageObject, options: SendOptions): Promise<SendOutcome>;
  /** Sends what waits in the queue, if the thread is free. */
  flushQueue(): void;
  /** The send that is under way shall not start a run any more, or its run be cancelled at once. */
  cancelPending(): void;
}

/** How often a locked thread is waited for before the send is given up. */
const MAX_LOCK_WAITS = 5;
/** The lock may outlive its run for a moment: no active run is found, and yet the thread refuses. */
const UNLOCK_MS = 1_000;

/** Gets inputs to the server one after another: optimistic at once, queued while a run lives, kept when they fail. */
export function createSendQueue(options: SendQueueOptions): SendQueue {
  const { client, environment, store, disposeSignal, isBusy, trackRun } = options;
  let isCancelled = false;
  /** Messages whose first try carried their key: the backend itself knows a retry again. */
  const keyed = new Set<string>();

  const read = (): ThreadState => store.getSnapshot();
  const report = (cause: unknown): void =>
    store.update((state) => ({ ...state, error: toThreadkitError(cause, 'network') }));
  const patch = (key: string, change: Partial<SentEntry>): void =>
    store.update((state) => patchSent(state, key, change));
  const findSent = (key: string): SentEntry | undefined =>
    read().entries.find((entry): entry is SentEntry => entry.kind === 'sent' && entry.key === key);

  function enqueue(key: string, input: SendInput, sendOptions: SendOptions, first: boolean): SendOutcome {
    const entry = { key, input, options: sendOptions };
    store.update((state) => ({ ...state, queue: first ? [entry, ...state.queue] : [...state.queue, entry] }));
    store.flush();
    return { status: 'queued', key };
  }

  async function send(input: SendInput, sendOptions: SendOptions = {}): Promise<SendOutcome> {
    const key = environment.randomId();
    if (!isBusy()) return dispatch(key, input, sendOptions);
    const { whenBusy = 'queue' } = sendOptions;
    if (whenBusy === 'reject') {
      const error = new ThreadkitError(
        'locked',
        'A run is active on this thread: wait for it, or cancel it.',
      );
      return { status: 'failed', key, error };
    }
    const outcome = enqueue(key, input, sendOptions, whenBusy === 'replace');
    if (whenBusy === 'replace') void options.cancel();
    return outcome;
  }

  /** Shows the message and gets it on its way. */
  function dispatch(key: string, input: SendInput, sendOptions: SendOptions): Promise<SendOutcome> {
    const sentAt = environment.now();
    const message = toOptimisticMessage(input, read().threadId, sentAt + client.clockSkewMs);
    const entry: SentEntry = {
      kind: 'sent',
      key,
      input,
      options: sendOptions,
      phase: 'sending',
      sentAt,
      message,
    };
    store.update((state) => ({ ...state, entries: [...state.entries, entry] }));
    return deliver(entry, false);
  }

  function deliver(entry: SentEntry, isRetry: boolean): Promise<SendOutcome> {
    return start(entry.key, (threadId) => startEntry(threadId, entry.key, isRetry));
  }

  /** Gets a run started, through a lock if there is one, and followed. */
  async function start(key: string, act: (threadId: string) => Promise<StartedRun>): Promise<SendOutcome> {
    isCancelled = false;
    store.update((state) => ({ ...state, isSending: true, error: undefined }));
    store.flush();
    try {
      const { run, stream } = await throughLock(act);
      // Not awaited: the outcome is known as soon as the run exists.
      options.claimTools(run);
      const followed = trackRun(run, stream);
      store.update((state) => ({ ...state, isSending: false }));
      if (isCancelled) void options.cancel();
      void followed;
      return { status: 'running', threadId: run.thread_id, runId: run.id };
    } catch (cause) {
      const error = toThreadkitError(cause, 'network');
      store.update((state) => ({
        ...patchSent(state, key, { phase: 'failed' }),
        isSending: false,
        error,
      }));
      store.flush();
      return { status: 'failed', key, error };
    }
  }

  async function startEntry(threadId: string, key: string, isRetry: boolean) {
    const entry = findSent(key);
    if (!entry) throw new ThreadkitError('config', 'This message was discarded while it was being sent.');
    const message = entry.message.id ? entry.message : await storeMessage(threadId, entry, isRetry);
    const lost = isRetry ? await findLostRun(client, threadId, message, options.seenIds) : undefined;
    const started = lost
      ? { run: lost, stream: undefined }
      : await startRun(threadId, message, entry.options);
    patch(key, { phase: 'stored' });
    options.onMessageStored(threadId, message);
    return started;
  }

  async function startRun(threadId: string, message: MessageObject, sendOptions: SendOptions) {
    if (isCancelled) throw new ThreadkitError('config', 'Stopped before the assistant was asked.');
    const assistantId = sendOptions.assistantId ?? read().assistantId;
    if (assistantId === undefined) {
      throw new ThreadkitError(
        'config',
        'No assistant to ask: pass assistantId to useThread, <Chat> or send.',
      );
    }
    const request = await buildRunRequest(
      client,
      assistantId,
      options.registeredTools(),
      sendOptions.runParams,
    );
    return startRunOnce(client, threadId, request, message, options.seenIds, disposeSignal);
  }

  async function storeMessage(threadId: string, entry: SentEntry, isRetry: boolean): Promise<MessageObject> {
    const lost =
      isRetry && !keyed.has(entry.key)
        ? await findLostMessage(client, threadId, entry, options.seenIds)
        : undefined;
    if (!isRetry && client.capabilities.idempotency === true) keyed.add(entry.key);
    const message =
      lost ??
      (await client.createMessage(threadId, toMessageRequest(entry.input), { idempotencyKey: entry.key }));
    // The key goes with the id from here on, and a retry resumes at the run.
    options.onMessageNamed(entry.key, message.id);
    patch(entry.key, { message });
    return message;
  }

  /** Another tab or client may hold the thread: its run is followed like our own, then we try again. */
  async function throughLock<T>(act: (threadId: string) => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits += 1) {
      const threadId = read().threadId ?? (await createThread());
      try {
        return await act(threadId);
      } catch (error) {
        const isLocked = isThreadkitError(error) && error.kind === 'locked';
        if (!isLocked || waits >= MAX_LOCK_WAITS || disposeSignal.aborted) throw error;
        const newest = await findNewestRun(client, threadId);
        if (isActive(newest)) await trackRun(newest, undefined);
        else await sleep(environment, UNLOCK_MS, disposeSignal);
      }
    }
  }

  async function createThread(): Promise<string> {
    const { id } = await client.createThread();
    store.update((state) => ({ ...state, threadId: id }));
    options.onThreadCreated(id);
    return id;
  }

  return {
    send,
    answerTo: (message, sendOptions) =>
      start(environment.randomId(), (threadId) => startRun(threadId, message, sendOptions)),
    async retry(key) {
      const entry = findSent(key);
      if (!entry || entry.phase !== 'failed') {
        const error = new ThreadkitError(
          'config',
          'There is no failed message to send again under this key.',
        );
        return { status: 'failed', key, error };
      }
      if (isBusy()) {
        discard(key);
        return enqueue(key, entry.input, entry.options, false);
      }
      patch(key, { phase: 'sending' });
      return deliver(entry, true);
    },
    discard,
    editQueued(key, input) {
      store.update((state) => ({
        ...state,
        queue: state.queue.map((entry) => (entry.key === key ? { ...entry, input } : entry)),
      }));
      store.flush();
    },
    removeQueued(key) {
      store.update((state) => ({ ...state, queue: state.queue.filter((entry) => entry.key !== key) }));
      store.flush();
    },
    sendNow(key) {
      const chosen = read().queue.find((entry) => entry.key === key);
      if (!chosen) return;
      store.update((state) => ({
        ...state,
        queue: [chosen, ...state.queue.filter((entry) => entry !== chosen)],
      }));
      store.flush();
      if (isBusy()) void options.cancel();
      else flushQueue();
    },
    flushQueue,
    cancelPending() {
      isCancelled = read().isSending;
    },
  };

  function flushQueue(): void {
    const [next, ...queue] = read().queue;
    if (!next || isBusy()) return;
    store.update((state) => ({ ...state, queue }));
    void dispatch(next.key, next.input, next.options);
  }

  function discard(key: string): void {
    const message = findSent(key)?.message;
    // Stored already when only its run failed: left there, it would come back with the next list.
    if (message?.id) void client.deleteMessage(message.thread_id, message.id).catch(report);
    store.update((state) => ({
      ...state,
      entries: state.entries.filter(
        (entry) => entry.kind !== 'sent' || entry.key !== key || entry.phase !== 'failed',
      ),
    }));
    store.flush();
  }
}

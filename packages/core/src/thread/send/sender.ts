import type { MessageObject } from '../../api/index.ts';
import { isActive } from '../../api/run-status.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { cancelRun } from '../follow/cancel-run.ts';
import type { Follower } from '../follow/follower.ts';
import { toMessageRequest } from '../state/optimistic-message.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import type { SentEntry } from '../state/thread-state.ts';
import { beginSending, endSending, failSending, patchSent, setThreadId } from '../state/transitions.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import type { SendOptions, SendOutcome, ThreadController } from '../types.ts';
import { buildRunRequest, type ReadAssistant } from './build-run-request.ts';
import { findLostMessage, findLostRun } from './find-lost.ts';
import { type StartedRun, startRunOnce } from './start-run.ts';
import { retryWhileLocked } from './thread-lock.ts';

/** Delivers one message at a time: stores it, starts a run, and follows the run. */
export interface Sender extends Pick<ThreadController, 'cancel' | 'getMessageKey'> {
  /** Delivers an entry of the state. Resolves when its run exists or the delivery has failed. Never rejects. */
  deliver(key: string, isRetry: boolean): Promise<SendOutcome>;
  /** Starts a run for a message that is stored already. Never rejects. */
  startRun(message: MessageObject, options: SendOptions): Promise<SendOutcome>;
  findSent(key: string): SentEntry | undefined;
}

export function createSender(
  context: ThreadContext,
  getAssistant: ReadAssistant,
  follower: Follower,
  tools: ToolRunner,
): Sender {
  const { client, environment, store, disposeSignal, seenIds, read } = context;
  /** The delivery in progress must not start a run; if it has, its run is cancelled. */
  let isCancelled = false;
  /** Messages whose first attempt carried an idempotency key: the backend recognizes a retry by itself. */
  const keyed = new Set<string>();
  /** Keys of sent messages by the id they got. */
  const sentKeys = new Map<string, string>();

  const patch = (key: string, change: Partial<SentEntry>): void =>
    store.update((state) => patchSent(state, key, change));

  function findSent(key: string): SentEntry | undefined {
    return read().entries.find((entry): entry is SentEntry => entry.kind === 'sent' && entry.key === key);
  }

  async function start(key: string, act: (threadId: string) => Promise<StartedRun>): Promise<SendOutcome> {
    isCancelled = false;
    store.update(beginSending);
    store.flush();
    try {
      const { run, stream } = await retryWhileLocked(context, follower, requireThread, act);
      tools.claim(run);
      // Not awaited: the outcome is known as soon as the run exists.
      void follower.track(run, stream);
      store.update(endSending);
      if (isCancelled) void cancel();
      return { status: 'running', threadId: run.thread_id, runId: run.id };
    } catch (cause) {
      const error = toThreadkitError(cause, 'network');
      store.update((state) => failSending(state, key, error));
      store.flush();
      return { status: 'failed', key, error };
    }
  }

  async function requireThread(): Promise<string> {
    const { threadId } = read();
    if (threadId !== undefined) return threadId;
    const { id } = await client.createThread();
    store.update((state) => setThreadId(state, id));
    context.memory.set(id);
    context.onThreadCreated?.(id);
    context.onThreadIdKnown?.(id);
    return id;
  }

  async function startEntry(threadId: string, key: string, isRetry: boolean): Promise<StartedRun> {
    const entry = findSent(key);
    if (!entry) throw new ThreadkitError('config', 'The message was discarded while it was sent.');
    const message = entry.message.id ? entry.message : await storeMessage(threadId, entry, isRetry);
    const lost = isRetry ? await findLostRun(client, threadId, message, seenIds) : undefined;
    const started = lost
      ? { run: lost, stream: undefined }
      : await startRunFor(threadId, message, entry.options);
    patch(key, { phase: 'stored' });
    context.onPersisted?.({ threadId, messages: [message] });
    return started;
  }

  async function startRunFor(
    threadId: string,
    message: MessageObject,
    sendOptions: SendOptions,
  ): Promise<StartedRun> {
    if (isCancelled) throw new ThreadkitError('config', 'Cancelled before the run started.');
    const assistantId = sendOptions.assistantId ?? read().assistantId;
    if (assistantId === undefined) {
      throw new ThreadkitError('config', 'No assistant: pass assistantId to useThread, <Chat> or send.');
    }
    const registered = tools.registry.all();
    const request = await buildRunRequest(getAssistant, assistantId, registered, sendOptions.runParams);
    return startRunOnce(client, threadId, request, message, seenIds, disposeSignal);
  }

  async function storeMessage(threadId: string, entry: SentEntry, isRetry: boolean): Promise<MessageObject> {
    const lost =
      isRetry && !keyed.has(entry.key) ? await findLostMessage(client, threadId, entry, seenIds) : undefined;
    if (!isRetry && client.capabilities.idempotency === true) keyed.add(entry.key);
    const message =
      lost ??
      (await client.createMessage(threadId, toMessageRequest(entry.input), { idempotencyKey: entry.key }));
    // The entry has its id from here on: a retry continues with the run.
    seenIds.add(message.id);
    sentKeys.set(message.id, entry.key);
    patch(entry.key, { message });
    return message;
  }

  async function cancel(): Promise<void> {
    const { isSending, current } = read();
    isCancelled = isSending;
    if (!isActive(current.run) || current.run.status === 'cancelling') return;
    tools.cancel();
    await cancelRun(context, follower, current.run);
  }

  return {
    deliver: (key, isRetry) => start(key, (threadId) => startEntry(threadId, key, isRetry)),
    startRun: (message, sendOptions) =>
      start(environment.randomId(), (threadId) => startRunFor(threadId, message, sendOptions)),
    findSent,
    getMessageKey: (messageId) => sentKeys.get(messageId) ?? messageId,
    cancel,
  };
}

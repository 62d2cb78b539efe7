import type { MessageObject, RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { AnyTool } from '../../tools/tool.ts';
import type { OpenStream } from '../follow/event-stream.ts';
import { toMessageRequest } from '../state/optimistic-message.ts';
import type { Store } from '../state/store.ts';
import type { SentEntry, ThreadState } from '../state/thread-state.ts';
import { beginSending, endSending, failSending, patchSent, setThreadId } from '../state/transitions.ts';
import type { SendOptions, SendOutcome } from '../types.ts';
import { buildRunRequest, type ReadAssistant } from './build-run-request.ts';
import { findLostMessage, findLostRun, type SeenIds } from './find-lost.ts';
import { type StartedRun, startRunOnce } from './start-run.ts';
import { retryWhileLocked } from './thread-lock.ts';

export interface SenderOptions {
  readonly client: AssistantsApi;
  readonly environment: Environment;
  readonly store: Store<ThreadState>;
  readonly disposeSignal: AbortSignal;
  readonly getAssistant: ReadAssistant;
  registeredTools(): readonly AnyTool[];
  readonly seenIds: SeenIds;
  /** Follows a run; resolves when it has ended. */
  trackRun(run: RunObject, stream?: OpenStream): Promise<void>;
  /** Makes this page the one that executes the run's tools. */
  claimTools(run: RunObject): void;
  cancel(): Promise<void>;
  onThreadCreated(threadId: string): void;
  /** The server's id of a message is known. */
  onMessageNamed(key: string, messageId: string): void;
  /** A message is stored and its run exists. */
  onMessageStored(threadId: string, message: MessageObject): void;
}

/** Delivers one message at a time: stores it, starts a run, and follows the run. */
export interface Sender {
  /** Delivers an entry of the state. Resolves when its run exists or the delivery has failed. Never rejects. */
  deliver(key: string, isRetry: boolean): Promise<SendOutcome>;
  /** Starts a run for a message that is stored already. Never rejects. */
  startRun(message: MessageObject, options: SendOptions): Promise<SendOutcome>;
  findSent(key: string): SentEntry | undefined;
  /** Prevents the delivery in progress from starting a run, or cancels its run as soon as it exists. */
  cancelPending(): void;
}

export function createSender(options: SenderOptions): Sender {
  const { client, environment, store, disposeSignal, seenIds, trackRun } = options;
  let isCancelled = false;
  /** Messages whose first attempt carried an idempotency key: the backend recognises a retry by itself. */
  const keyed = new Set<string>();

  const read = (): ThreadState => store.getSnapshot();
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
      const { run, stream } = await retryWhileLocked(options, requireThread, act);
      options.claimTools(run);
      // Not awaited: the outcome is known as soon as the run exists.
      void trackRun(run, stream);
      store.update(endSending);
      if (isCancelled) void options.cancel();
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
    options.onThreadCreated(id);
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
    options.onMessageStored(threadId, message);
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
    const tools = options.registeredTools();
    const request = await buildRunRequest(options.getAssistant, assistantId, tools, sendOptions.runParams);
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
    options.onMessageNamed(entry.key, message.id);
    patch(entry.key, { message });
    return message;
  }

  return {
    deliver: (key, isRetry) => start(key, (threadId) => startEntry(threadId, key, isRetry)),
    startRun: (message, sendOptions) =>
      start(environment.randomId(), (threadId) => startRunFor(threadId, message, sendOptions)),
    findSent,
    cancelPending() {
      isCancelled = read().isSending;
    },
  };
}

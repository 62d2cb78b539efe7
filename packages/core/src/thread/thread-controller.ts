import type { MessageObject, RunObject, RunStepObject, RunToolOutput, ThreadObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import { ThreadkitError } from '../errors/threadkit-error.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import { type RunInput, reduceEvent } from '../run/reduce-event.ts';
import { isActive, isTerminal } from '../run/run-status.ts';
import type { OpenStream } from './follow/event-stream.ts';
import { createFollower } from './follow/follower.ts';
import { requireRunOf } from './follow/read-run.ts';
import { createNewChatMemory } from './new-chat-memory.ts';
import { createRewriter } from './send/rewriter.ts';
import { createSendQueue } from './send/send-queue.ts';
import { submitOutputs } from './send/submit-outputs.ts';
import { createStore } from './state/store.ts';
import type { ThreadController } from './state/thread-snapshot.ts';
import {
  dropPersisted,
  initialState,
  removeMessage,
  startRun,
  type ThreadState,
} from './state/thread-state.ts';
import { createSnapshotter } from './state/to-snapshot.ts';
import { createActivityReporter, type ThreadActivity } from './thread-activity.ts';
import { createThreadLifecycle } from './thread-lifecycle.ts';
import { createToolBatch } from './tools/tool-batch.ts';
import { createToolJournal } from './tools/tool-journal.ts';
import { createToolLock } from './tools/tool-lock.ts';
import { createToolRegistry } from './tools/tool-registry.ts';

/** What the server has stored of a thread, as it becomes known: for a cache to take in. */
export interface PersistedChange {
  readonly threadId: string;
  readonly messages: readonly MessageObject[];
  /** With its steps when it has ended. */
  readonly run?: RunObject | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
  /** With its new metadata when that was changed. */
  readonly thread?: ThreadObject | undefined;
  /** Ids of messages that were deleted. */
  readonly removed?: readonly string[] | undefined;
}

export interface ThreadControllerOptions {
  client: AssistantsApi;
  /** Left out: a thread is created with the first message. */
  threadId?: string | undefined;
  assistantId?: string | undefined;
  environment?: Partial<Environment> | undefined;
  /** Called when a message is stored and when a run ends, before the overlay lets go of them. */
  onPersisted?: ((change: PersistedChange) => void) | undefined;
  /**
   * Where a new chat's thread is remembered, so that a reload leads back to it. Left out: nowhere.
   * Only for controllers without a `threadId`.
   */
  newChatKey?: string | undefined;
  /** Called once, when the first message of a new thread created it. */
  onThreadCreated?: ((threadId: string) => void) | undefined;
  /** Called once, when the thread of a new chat is known: created now, or remembered from before. */
  onThreadNamed?: ((threadId: string) => void) | undefined;
  /** Someone else has run on the thread since we looked: lists read before are behind. */
  onOutdated?: ((threadId: string) => void) | undefined;
  /** Nobody looks and nothing runs any more. */
  onIdle?: (() => void) | undefined;
  /** What goes on in the thread; sometimes the same again. */
  onActivity?: ((threadId: string, activity: ThreadActivity | undefined) => void) | undefined;
}

/**
 * Controls one thread: sends, follows the run, runs the page's tools, and says what is happening as one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. When nobody
 * looks any more it follows its run to the end, and then lets go.
 */
export function createThreadController(options: ThreadControllerOptions): ThreadController {
  const { client } = options;
  const environment: Environment = { ...plainEnvironment(), ...options.environment };
  const store = createStore<ThreadState>(initialState(options.threadId, options.assistantId), environment, {
    onSubscribersChange: (hasSubscribers) => lifecycle.onSubscribersChange(hasSubscribers),
    onUpdate: () => tellActivity(read()),
  });
  const registry = createToolRegistry(() => batch.retryHandlers());
  /** Runs that this page started. */
  const sentRuns = new Set<string>();
  const sentKeys = new Map<string, string>();
  const seenIds = new Set<string>();
  const memory = createNewChatMemory(
    environment,
    client.key,
    options.threadId ? undefined : options.newChatKey,
  );
  const lifetime = new AbortController();

  const read = (): ThreadState => store.getSnapshot();
  const tellActivity = createActivityReporter((threadId, activity) =>
    options.onActivity?.(threadId, activity),
  );
  const isBusy = (): boolean => read().isSending || isActive(read().current.run);
  const report = (error: ThreadkitError): void => store.update((state) => ({ ...state, error }));

  const batch = createToolBatch({
    environment,
    journal: createToolJournal(environment, client.key),
    findTool: registry.get,
    isSentHere: ({ id }) => sentRuns.has(id),
    deadlineOf: (run) => (run.expires_at ?? run.created_at + 600) * 1_000 - client.clockSkewMs,
    onChange: (calls) => store.update((state) => ({ ...state, calls })),
    onError: report,
    submit: (run, outputs) => void submit(run, outputs),
  });

  const sendQueue = createSendQueue({
    client,
    environment,
    store,
    disposeSignal: lifetime.signal,
    registeredTools: registry.all,
    isBusy,
    trackRun,
    claimTools,
    cancel,
    onThreadCreated(threadId) {
      memory.remember(threadId);
      options.onThreadCreated?.(threadId);
      options.onThreadNamed?.(threadId);
    },
    seenIds,
    onMessageNamed(key, messageId) {
      seenIds.add(messageId);
      sentKeys.set(messageId, key);
    },
    onMessageStored: (threadId, message) => options.onPersisted?.({ threadId, messages: [message] }),
  });

  const toolLock = createToolLock(environment, client.key);
  const follower = createFollower({
    client,
    environment,
    store,
    lifetime: lifetime.signal,
    dispatch,
    onRequiresAction: openBatch,
    onEnd: finish,
  });
  const lifecycle = createThreadLifecycle({
    client,
    environment,
    store,
    follower,
    memory,
    seenIds,
    disposeSignal: lifetime.signal,
    isBusy,
    trackRun: (run) => trackRun(run, undefined),
    flushQueue: sendQueue.flushQueue,
    onError: report,
    onThreadNamed: (threadId) => options.onThreadNamed?.(threadId),
    onOutdated: (threadId) => options.onOutdated?.(threadId),
    onIdle: () => options.onIdle?.(),
  });
  const rewriter = createRewriter({
    client,
    sender: sendQueue,
    threadId: () => read().threadId,
    assistantId: () => read().assistantId,
    registeredTools: registry.all,
    isBusy,
    onDeleted,
    onReplaced(run) {
      store.update((state) =>
        state.current.run?.id === run.id ? { ...state, current: { ...state.current, run } } : state,
      );
      options.onPersisted?.({ threadId: run.thread_id, messages: [], run });
    },
  });

  function onDeleted(threadId: string, messageId: string): void {
    store.update((state) => removeMessage(state, messageId));
    options.onPersisted?.({ threadId, messages: [], removed: [messageId] });
  }

  /** Does one thing to a thread that exists; a failure is shown and loses nothing. */
  async function change(act: (threadId: string) => Promise<void>): Promise<void> {
    const { threadId } = read();
    if (threadId === undefined)
      return report(new ThreadkitError('config', 'There is no thread yet to change.'));
    try {
      await act(threadId);
    } catch (error) {
      report(toThreadkitError(error, 'network'));
    }
  }

  function dispatch(input: RunInput): void {
    store.update((state) => {
      const current = reduceEvent(state.current, input);
      return current === state.current ? state : { ...state, current };
    });
  }

  function claimTools(run: RunObject): void {
    sentRuns.add(run.id);
    toolLock.claim(run.id);
  }

  /** Runs the tools here if this tab owns them, now or when the owner goes. */
  function openBatch(run: RunObject): void {
    const isPending = (): boolean => read().current.run?.id === run.id && isActive(read().current.run);
    toolLock.claim(
      run.id,
      () => isPending() && batch.open(run),
      () => isPending() && batch.markHandledElsewhere(run),
    );
  }

  /** Takes up a run and follows it to its end. Resolves when it has ended or looking was stopped. */
  async function trackRun(run: RunObject, stream: OpenStream | undefined): Promise<void> {
    store.update((state) => {
      const next = state.current.run?.id === run.id ? state : startRun(state);
      return { ...next, error: undefined };
    });
    seenIds.add(run.id);
    dispatch({ event: 'snapshot', data: { run } });
    await follower.follow(run, stream);
  }

  /** Hands an ended run over and makes room for what waits. */
  function finish(): void {
    const { run, messages, steps } = read().current;
    if (!run || !isTerminal(run.status)) return;
    toolLock.release();
    batch.close(run.status === 'expired' || run.status === 'cancelled' ? run.status : 'failed');
    options.onPersisted?.({ threadId: run.thread_id, run, messages, steps });
    store.flush();
    sendQueue.flushQueue();
    lifecycle.disposeWhenIdle();
  }

  async function submit(run: RunObject, outputs: readonly RunToolOutput[]): Promise<void> {
    let stream: OpenStream | undefined;
    try {
      stream = await submitOutputs(client, environment, run, outputs, lifetime.signal);
    } catch (error) {
      batch.submitRefused(run);
      report(toThreadkitError(error, 'network'));
      // Following goes on, so that the run is seen to ask again, or to end.
      if (!follower.isFollowing() && !lifetime.signal.aborted) await follower.follow(run, undefined);
      return;
    }
    if (stream || !follower.isFollowing()) await follower.follow(run, stream);
  }

  async function cancel(): Promise<void> {
    sendQueue.cancelPending();
    const { run } = read().current;
    if (!isActive(run) || run.status === 'cancelling') return;
    batch.close('cancelled');
    try {
      const answer = await client.cancelRun(run.thread_id, run.id);
      dispatch({ event: 'snapshot', data: { run: requireRunOf(run.thread_id, answer, run.id) } });
    } catch (error) {
      const failure = toThreadkitError(error, 'network');
      // The run ended first: the follower is about to say how.
      if (failure.status !== 400) report(failure);
    }
    // Nothing may be listening any more: the end has to be seen.
    if (!follower.isFollowing()) await follower.follow(run, undefined);
  }

  const actions = {
    approve: batch.approve,
    reject: (id: string, reason?: string) => batch.reject(id, reason),
    addToolOutput: batch.addOutput,
  };
  const toSnapshot = createSnapshotter(actions);

  return {
    getSnapshot: () => toSnapshot(read()),
    subscribe: store.subscribe,
    send: sendQueue.send,
    retry: sendQueue.retry,
    discard: sendQueue.discard,
    editQueued: sendQueue.editQueued,
    removeQueued: sendQueue.removeQueued,
    clearError: () =>
      store.update((state) => (state.error === undefined ? state : { ...state, error: undefined })),
    sendNow: sendQueue.sendNow,
    ...rewriter,
    deleteMessage: (messageId) =>
      change(async (threadId) => {
        await client.deleteMessage(threadId, messageId);
        onDeleted(threadId, messageId);
      }),
    modifyMetadata: (metadata) =>
      change(async (threadId) => {
        const thread = await client.modifyThread(threadId, { metadata });
        options.onPersisted?.({ threadId, messages: [], thread });
      }),
    cancel,
    attach: lifecycle.attach,
    detach: follower.stop,
    follow(run) {
      // It may have ended by now, and no list would tell of it.
      if (isBusy() || lifetime.signal.aborted) return;
      claimTools(run);
      void trackRun(run, undefined);
    },
    ...actions,
    setTools: registry.set,
    setAssistant: (assistantId) =>
      store.update((state) => (state.assistantId === assistantId ? state : { ...state, assistantId })),
    keyOf: (messageId) => sentKeys.get(messageId) ?? messageId,
    dropPersisted: (stored) =>
      store.update((state) => dropPersisted(state, !isActive(state.current.run), stored)),
    forget() {
      memory.forget();
      batch.forget();
    },
    dispose() {
      lifecycle.stop();
      lifetime.abort();
      batch.abandon();
      toolLock.release();
    },
  };
}

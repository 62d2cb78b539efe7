// Connects the parts of a controller: `state/` has the transitions, `send/` delivers messages, `follow/` receives events,
// `tools/` executes function calls.
import type { RunObject } from '../api/index.ts';
import { isActive, isTerminal } from '../api/run-status.ts';
import type { Environment } from '../environment/environment.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import type { RunReducerInput } from '../run/reduce-event.ts';
import { cancelRun } from './follow/cancel-run.ts';
import type { OpenStream } from './follow/event-stream.ts';
import { createFollower } from './follow/follower.ts';
import { createThreadLifecycle } from './follow/thread-lifecycle.ts';
import { createRewriter } from './send/rewriter.ts';
import { createSendQueue } from './send/send-queue.ts';
import { createSender } from './send/sender.ts';
import { createNewChatMemory } from './state/new-chat-memory.ts';
import { createStore } from './state/store.ts';
import { initialState, type ThreadState } from './state/thread-state.ts';
import { createSnapshotter } from './state/to-snapshot.ts';
import {
  applyToRun,
  dropPersisted,
  removeMessage,
  replaceRun,
  setAssistantId,
  setCurrentRun,
  setError,
} from './state/transitions.ts';
import { createActivityReporter } from './thread-activity.ts';
import { createThreadChanges } from './thread-changes.ts';
import { createToolRunner } from './tools/tool-runner.ts';
import type { ThreadController, ThreadControllerOptions } from './types.ts';

/**
 * Controls one thread: sends messages, follows the run, executes the page's tools, and describes all of it in one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. After the last
 * subscriber has left it follows the run to its end, and stops.
 */
export function createThreadController(options: ThreadControllerOptions): ThreadController {
  const { client } = options;
  const environment: Environment = { ...plainEnvironment(), ...options.environment };
  const disposal = new AbortController();
  const disposeSignal = disposal.signal;
  const getAssistant = options.getAssistant ?? ((assistantId: string) => client.getAssistant(assistantId));
  /** Ids of the messages and runs that this page has seen. */
  const seenIds = new Set<string>();
  /** Keys of sent messages by the id they got. */
  const sentKeys = new Map<string, string>();
  const memory = createNewChatMemory(
    environment,
    client.key,
    options.threadId ? undefined : options.newChatKey,
  );

  const store = createStore<ThreadState>(initialState(options.threadId, options.assistantId), environment, {
    onSubscribersChange: (hasSubscribers) => lifecycle.onSubscribersChange(hasSubscribers),
    onUpdate: () => reportActivity(read()),
  });
  const reportActivity = createActivityReporter(options.onActivity);
  const read = (): ThreadState => store.getSnapshot();
  const isBusy = (): boolean => read().isSending || isActive(read().current.run);
  const onError = (error: ThreadkitError): void => store.update((state) => setError(state, error));
  const dispatch = (input: RunReducerInput): void => store.update((state) => applyToRun(state, input));

  const tools = createToolRunner({
    client,
    environment,
    store,
    disposeSignal,
    follower: () => follower,
    onError,
  });
  const follower = createFollower({
    client,
    environment,
    store,
    disposeSignal,
    dispatch,
    onRequiresAction: tools.onRequiresAction,
    onEnd: finish,
  });
  const sender = createSender({
    client,
    environment,
    store,
    disposeSignal,
    getAssistant,
    registeredTools: tools.registry.all,
    seenIds,
    trackRun,
    claimTools: tools.claim,
    cancel,
    onThreadCreated(threadId) {
      memory.set(threadId);
      options.onThreadCreated?.(threadId);
      options.onThreadIdKnown?.(threadId);
    },
    onMessageNamed(key, messageId) {
      seenIds.add(messageId);
      sentKeys.set(messageId, key);
    },
    onMessageStored: (threadId, message) => options.onPersisted?.({ threadId, messages: [message] }),
  });
  const queue = createSendQueue({ client, environment, store, sender, isBusy, cancel });
  const lifecycle = createThreadLifecycle({
    client,
    environment,
    store,
    follower,
    memory,
    seenIds,
    disposeSignal,
    isBusy,
    trackRun,
    flushQueue: queue.flush,
    onError,
    onThreadIdKnown: options.onThreadIdKnown,
    onOutdated: options.onOutdated,
    onIdle: options.onIdle,
  });
  const rewriter = createRewriter({
    client,
    send: queue.send,
    startRun: sender.startRun,
    read,
    getAssistant,
    registeredTools: tools.registry.all,
    isBusy,
    onDeleted,
    onReplaced(run) {
      store.update((state) => replaceRun(state, run));
      options.onPersisted?.({ threadId: run.thread_id, messages: [], run });
    },
  });
  const changes = createThreadChanges({
    client,
    read,
    onDeleted,
    onPersisted: options.onPersisted,
    onError,
  });

  function onDeleted(threadId: string, messageId: string): void {
    store.update((state) => removeMessage(state, messageId));
    options.onPersisted?.({ threadId, messages: [], removed: [messageId] });
  }

  /** Makes a run the current one and follows it. Resolves when it has ended or following was stopped. */
  async function trackRun(run: RunObject, stream?: OpenStream): Promise<void> {
    store.update((state) => setCurrentRun(state, run.id));
    seenIds.add(run.id);
    dispatch({ event: 'snapshot', data: { run } });
    await follower.follow(run, stream);
  }

  /** Passes an ended run to the cache and sends queued input. */
  function finish(): void {
    const { run, messages, steps } = read().current;
    if (!run || !isTerminal(run.status)) return;
    tools.end(run);
    options.onPersisted?.({ threadId: run.thread_id, run, messages, steps });
    store.flush();
    queue.flush();
    lifecycle.disposeWhenIdle();
  }

  async function cancel(): Promise<void> {
    sender.cancelPending();
    const { run } = read().current;
    if (!isActive(run) || run.status === 'cancelling') return;
    tools.cancel();
    await cancelRun(run, { client, follower, dispatch, onError });
  }

  const { approve, reject, addToolOutput } = tools;
  const toSnapshot = createSnapshotter({ approve, reject, addToolOutput });

  return {
    getSnapshot: () => toSnapshot(read()),
    subscribe: store.subscribe,
    send: queue.send,
    retry: queue.retry,
    discard: queue.discard,
    editQueued: queue.editQueued,
    removeQueued: queue.removeQueued,
    sendNow: queue.sendNow,
    ...rewriter,
    ...changes,
    approve,
    reject,
    addToolOutput,
    cancel,
    attach: lifecycle.attach,
    detach: follower.stop,
    clearError: () => store.update((state) => setError(state, null)),
    follow(run) {
      // The run may have ended by now, so it is tracked without reading the list of runs.
      if (isBusy() || disposeSignal.aborted) return;
      tools.claim(run);
      void trackRun(run);
    },
    setTools: tools.registry.set,
    setAssistant: (assistantId) => store.update((state) => setAssistantId(state, assistantId)),
    getMessageKey: (messageId) => sentKeys.get(messageId) ?? messageId,
    dropPersisted: (stored) => store.update((state) => dropPersisted(state, stored)),
    forget() {
      memory.forget();
      tools.forget();
    },
    dispose() {
      lifecycle.stop();
      disposal.abort();
      tools.dispose();
    },
  };
}

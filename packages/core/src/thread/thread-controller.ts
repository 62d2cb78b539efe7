import type { MessageObject, RunObject, RunStepObject, ToolOutput } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import { plainEnvironment } from '../environment/plain-environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import { isAbort, toThreadkitError } from '../errors/to-threadkit-error.ts';
import { type RunInput, reduceEvent } from '../run/reduce-event.ts';
import { isActive, isTerminal } from '../run/run-status.ts';
import { followRun } from './follow-run.ts';
import type { OpenStream } from './open-stream.ts';
import { createRewriter } from './rewriter.ts';
import { findActiveRun } from './send-message.ts';
import { createSender } from './sender.ts';
import { createStore } from './store.ts';
import { submitOutputs } from './submit-outputs.ts';
import type { Connection, ThreadController } from './thread-snapshot.ts';
import {
  IDLE,
  initialState,
  releaseStored,
  removeMessage,
  startRun,
  type ThreadState,
} from './thread-state.ts';
import { createSnapshotter } from './to-snapshot.ts';
import { createToolJournal } from './tool-journal.ts';
import { createToolOwnership } from './tool-ownership.ts';
import { createToolRegistry } from './tool-registry.ts';
import { createToolRound } from './tool-round.ts';

/** What the server has stored of a thread, as it becomes known: for a cache to take in. */
export interface StoredChange {
  readonly threadId: string;
  readonly messages: readonly MessageObject[];
  /** With its steps when it has ended. */
  readonly run?: RunObject | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
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
  onStored?: ((change: StoredChange) => void) | undefined;
  /** Called once, when the first message of a new thread created it. */
  onThreadCreated?: ((threadId: string) => void) | undefined;
  /** Nobody looks and nothing runs any more. */
  onIdle?: (() => void) | undefined;
}

/** Nobody looks for this long: StrictMode and route changes come back sooner. */
const GRACE_MS = 5_000;

/**
 * Controls one thread: sends, follows the run, runs the page's tools, and says what is happening as one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. When nobody
 * looks any more it follows its run to the end, and then lets go.
 */
export function createThreadController(options: ThreadControllerOptions): ThreadController {
  const { client } = options;
  const environment: Environment = { ...plainEnvironment(), ...options.environment };
  const store = createStore<ThreadState>(initialState(options.threadId, options.assistantId), environment, {
    onWatched,
  });
  const registry = createToolRegistry(() => round.retryHandlers());
  const sentKeys = new Map<string, string>();
  const lifetime = new AbortController();
  let following: AbortController | undefined;
  let latestLook: Promise<void> | undefined;
  let isWatched = false;
  /** Ends what watching, or its grace, waits for: the page to wake, or the grace to pass. */
  let stopWaiting = (): void => {};

  const read = (): ThreadState => store.getSnapshot();
  const isBusy = (): boolean => read().isSending || isActive(read().current.run);
  const report = (error: ThreadkitError): void => store.update((state) => ({ ...state, error }));

  const round = createToolRound({
    environment,
    journal: createToolJournal(environment, client.key),
    findTool: registry.get,
    deadlineOf: (run) => (run.expires_at ?? run.created_at + 600) * 1_000 - client.clockSkewMs,
    onChange: (calls) => store.update((state) => ({ ...state, calls })),
    onError: report,
    submit: (run, outputs) => void submit(run, outputs),
  });

  const sender = createSender({
    client,
    environment,
    store,
    lifetime: lifetime.signal,
    registeredTools: registry.all,
    isBusy,
    adopt,
    own: (run) => ownership.claim(run.id),
    cancel,
    onThreadCreated: (threadId) => options.onThreadCreated?.(threadId),
    onMessageNamed: (key, messageId) => sentKeys.set(messageId, key),
    onMessageStored: (threadId, message) => options.onStored?.({ threadId, messages: [message] }),
  });

  const ownership = createToolOwnership(environment, client.key);
  const rewriter = createRewriter({
    client,
    sender,
    threadId: () => read().threadId,
    assistantId: () => read().assistantId,
    registeredTools: registry.all,
    isBusy,
    onDeleted(threadId, messageId) {
      store.update((state) => removeMessage(state, messageId));
      options.onStored?.({ threadId, messages: [], removed: [messageId] });
    },
  });

  function dispatch(input: RunInput): void {
    store.update((state) => {
      const current = reduceEvent(state.current, input);
      return current === state.current ? state : { ...state, current };
    });
  }

  function setConnection(state: Connection['state'], attempt: number): void {
    store.update((before) => {
      const { connection } = before;
      if (connection.state === state && connection.attempt === attempt) return before;
      const lastEventAt = state === 'live' ? environment.now() : connection.lastEventAt;
      return { ...before, connection: { state, attempt, lastEventAt } };
    });
  }

  /** Runs the tools here if this tab owns them, now or when the owner goes. */
  function openRound(run: RunObject): void {
    const isPending = (): boolean => read().current.run?.id === run.id && isActive(read().current.run);
    ownership.claim(
      run.id,
      () => isPending() && round.open(run),
      () => isPending() && round.showElsewhere(run),
    );
  }

  /** Takes up a run and follows it to its end. Resolves when it has ended or looking was stopped. */
  async function adopt(run: RunObject, stream: OpenStream | undefined): Promise<void> {
    store.update((state) => {
      const next = state.current.run?.id === run.id ? state : startRun(state);
      return { ...next, error: undefined };
    });
    dispatch({ event: 'snapshot', data: { run } });
    await follow(run, stream);
  }

  /** Resolves when looking has come to its end, also when another look took over on the way. */
  function follow(run: RunObject, stream: OpenStream | undefined): Promise<void> {
    const looking = new AbortController();
    following?.abort();
    following = looking;
    const looked = followOnce(run, stream, looking).then(() => {
      const isSuperseded = following !== undefined && following !== looking;
      return isSuperseded ? latestLook : undefined;
    });
    latestLook = looked;
    return looked;
  }

  async function followOnce(run: RunObject, stream: OpenStream | undefined, looking: AbortController) {
    const stop = (): void => looking.abort();
    lifetime.signal.addEventListener('abort', stop, { once: true });
    try {
      await followRun(stream, {
        client,
        environment,
        threadId: run.thread_id,
        runId: run.id,
        signal: looking.signal,
        read: () => read().current,
        dispatch,
        setConnection,
        onRequiresAction: openRound,
      });
    } catch (error) {
      report(toThreadkitError(error, 'stream'));
    } finally {
      lifetime.signal.removeEventListener('abort', stop);
    }
    if (following !== looking || looking.signal.aborted) return;
    following = undefined;
    store.update((state) => ({ ...state, connection: IDLE }));
    finish();
  }

  /** Hands an ended run over and makes room for what waits. */
  function finish(): void {
    const { run, messages, steps } = read().current;
    if (!run || !isTerminal(run.status)) return;
    ownership.release();
    round.close(run.status === 'expired' || run.status === 'cancelled' ? run.status : 'failed');
    options.onStored?.({ threadId: run.thread_id, run, messages, steps });
    store.flush();
    sender.pump();
    letGoWhenIdle();
  }

  async function submit(run: RunObject, outputs: readonly ToolOutput[]): Promise<void> {
    try {
      const stream = await submitOutputs(client, environment, run, outputs, lifetime.signal);
      // Accepted, here or by someone else: nothing of this round is to be done again.
      round.close('elsewhere');
      if (stream || !following) await follow(run, stream);
    } catch (error) {
      report(toThreadkitError(error, 'network'));
    }
  }

  async function cancel(): Promise<void> {
    sender.cancelPending();
    const { run } = read().current;
    if (!isActive(run) || run.status === 'cancelling') return;
    round.close('cancelled');
    try {
      dispatch({ event: 'snapshot', data: { run: await client.cancelRun(run.thread_id, run.id) } });
    } catch (error) {
      const failure = toThreadkitError(error, 'network');
      // The run ended first: the follower is about to say how.
      if (failure.status !== 400) report(failure);
    }
    // Nothing may be listening any more: the end has to be seen.
    if (!following) await follow(run, undefined);
  }

  /** Looks for the run that holds the thread. */
  async function look(threadId: string): Promise<void> {
    const { isSending, current, connection } = read();
    const isLost = connection.attempt > 0;
    if (isSending || (following && !isLost)) return;
    if (isActive(current.run)) return follow(current.run, undefined);
    try {
      const active = await findActiveRun(client, threadId);
      if (active && !isBusy() && !following) await adopt(active, undefined);
      else sender.pump();
    } catch (error) {
      if (!isAbort(error)) report(toThreadkitError(error, 'network'));
    }
  }

  function attach(): void {
    const { threadId } = read();
    if (threadId !== undefined && !lifetime.signal.aborted) void look(threadId);
  }

  function detach(): void {
    following?.abort();
    following = undefined;
    store.update((state) => ({ ...state, connection: IDLE }));
  }

  function onWatched(watched: boolean): void {
    isWatched = watched;
    stopWaiting();
    if (watched) {
      stopWaiting = environment.onWake(attach);
      attach();
    } else {
      stopWaiting = environment.setTimer(letGoWhenIdle, GRACE_MS);
    }
  }

  function letGoWhenIdle(): void {
    if (isWatched || isBusy()) return;
    detach();
    options.onIdle?.();
  }

  const actions = {
    approve: round.approve,
    reject: (id: string, reason?: string) => round.reject(id, reason),
    answer: round.answer,
  };
  const toSnapshot = createSnapshotter(actions);

  return {
    getSnapshot: () => toSnapshot(read()),
    subscribe: store.subscribe,
    send: sender.send,
    retry: sender.retry,
    discard: sender.discard,
    editQueued: sender.editQueued,
    ...rewriter,
    cancel,
    attach,
    detach,
    follow(run) {
      // It may have ended by now, and no list would tell of it.
      if (!isBusy() && !lifetime.signal.aborted) void adopt(run, undefined);
    },
    ...actions,
    setTools: registry.set,
    setAssistant: (assistantId) =>
      store.update((state) => (state.assistantId === assistantId ? state : { ...state, assistantId })),
    keyOf: (messageId) => sentKeys.get(messageId) ?? messageId,
    release: (stored) => store.update((state) => releaseStored(state, !isActive(state.current.run), stored)),
    dispose() {
      stopWaiting();
      lifetime.abort();
      round.abandon();
      ownership.release();
    },
  };
}

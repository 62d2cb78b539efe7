import type { RunObject } from '../../api/index.ts';
import { isActive } from '../../api/run-status.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { isAbortError, toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { NewChatMemory } from '../state/new-chat-memory.ts';
import type { Store } from '../state/store.ts';
import type { ThreadState } from '../state/thread-state.ts';
import { setThreadId } from '../state/transitions.ts';
import type { ThreadControllerOptions } from '../types.ts';
import type { Follower } from './follower.ts';
import { findNewestRun } from './read-run.ts';

export interface ThreadLifecycleOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  follower: Follower;
  memory: NewChatMemory;
  /** Ids of the messages and runs that this page has seen. */
  seenIds: Set<string>;
  disposeSignal: AbortSignal;
  isBusy(): boolean;
  trackRun(run: RunObject): Promise<void>;
  /** Called when the thread is free: sends queued input. */
  flushQueue(): void;
  onError(error: ThreadkitError): void;
  readonly onThreadIdKnown: ThreadControllerOptions['onThreadIdKnown'];
  /** Another client has started a run since the last check. */
  readonly onOutdated: ThreadControllerOptions['onOutdated'];
  /** The controller has no subscribers and no active run. */
  readonly onIdle: ThreadControllerOptions['onIdle'];
}

/** Starts and stops following the active run as subscribers come and go. */
export interface ThreadLifecycle {
  /** Finds the thread's active run and follows it; restores the thread of a new chat first. */
  attach(): void;
  onSubscribersChange(hasSubscribers: boolean): void;
  /** Stops, and reports it, when there is no subscriber and no active run. */
  disposeWhenIdle(): void;
  stop(): void;
}

/** Delay after the last subscriber left: StrictMode and route changes subscribe again sooner. */
const GRACE_MS = 5_000;

export function createThreadLifecycle(options: ThreadLifecycleOptions): ThreadLifecycle {
  const { client, environment, store, follower, memory, seenIds, disposeSignal, isBusy } = options;
  let hasSubscribers = false;
  /** A request for the newest run is in flight: StrictMode and wake-ups need no second one. */
  let isFetching = false;
  let hasFetched = false;
  /** Stops waiting for the page to wake, or for the grace delay. */
  let stop = (): void => {};

  const read = (): ThreadState => store.getSnapshot();

  function attach(): void {
    const { threadId } = read();
    if (disposeSignal.aborted) return;
    if (threadId === undefined) void restoreThread();
    else resumeRun(threadId);
  }

  /** Continues with the thread that this new chat created before the reload. */
  async function restoreThread(): Promise<void> {
    const threadId = await memory.get();
    if (threadId === undefined || read().threadId !== undefined || read().isSending) return;
    store.update((state) => setThreadId(state, threadId));
    options.onThreadIdKnown?.(threadId);
    resumeRun(threadId);
  }

  /** Follows the active run, if there is one. */
  function resumeRun(threadId: string): void {
    const { isSending, current, connection } = read();
    const isLost = connection.attempt > 0;
    if (isSending || isFetching || (follower.isFollowing() && !isLost)) return;
    if (isActive(current.run)) void follower.follow(current.run);
    else void fetchNewestRun(threadId);
  }

  async function fetchNewestRun(threadId: string): Promise<void> {
    isFetching = true;
    try {
      const newest = await findNewestRun(client, threadId);
      const isForeign = newest !== undefined && !seenIds.has(newest.id);
      if (newest) seenIds.add(newest.id);
      // On the first check the cached lists are as fresh as this response.
      if (isForeign && hasFetched) options.onOutdated?.(threadId);
      hasFetched = true;
      if (!isActive(newest)) options.flushQueue();
      else if (!isBusy() && !follower.isFollowing()) void options.trackRun(newest);
    } catch (error) {
      if (isAbortError(error)) return;
      const failure = toThreadkitError(error, 'network');
      if (failure.status === 404 && memory.forget()) {
        // The restored thread was deleted by another client: this is a new chat again.
        store.update((state) => setThreadId(state, undefined));
      } else options.onError(failure);
    } finally {
      isFetching = false;
    }
  }

  function disposeWhenIdle(): void {
    if (hasSubscribers || isBusy()) return;
    follower.stop();
    options.onIdle?.();
  }

  return {
    attach,
    onSubscribersChange(isSubscribed) {
      hasSubscribers = isSubscribed;
      stop();
      if (!isSubscribed) {
        stop = environment.setTimer(disposeWhenIdle, GRACE_MS);
        return;
      }
      stop = environment.onWake(attach);
      attach();
    },
    disposeWhenIdle,
    stop: () => stop(),
  };
}

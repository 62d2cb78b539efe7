import { isActive } from '../../api/run-status.ts';
import { isAbortError, toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { createSubscribers, type Subscribers } from '../state/subscribers.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import { setThreadId } from '../state/transitions.ts';
import type { Follower } from './follower.ts';
import { findNewestRun } from './read-run.ts';

/** Starts and stops following the active run as subscribers come and go. */
export interface ThreadLifecycle {
  /** Finds the thread's active run and follows it; restores the thread of a new chat first. */
  attach(): void;
  /** Subscribes to the state. The first subscriber starts following, the last one to leave ends it after a delay. */
  readonly subscribe: Subscribers['add'];
  /** Stops, and reports it, when there is no subscriber and no active run. */
  disposeWhenIdle(): void;
  stop(): void;
}

/** Delay after the last subscriber left: StrictMode and route changes subscribe again sooner. */
const GRACE_MS = 5_000;

/** @param flushQueue - Sends queued input. Called when the thread has no active run. */
export function createThreadLifecycle(
  context: ThreadContext,
  follower: Follower,
  flushQueue: () => void,
): ThreadLifecycle {
  const { client, environment, store, memory, seenIds, disposeSignal, read, isBusy } = context;
  const subscribers = createSubscribers(onSubscribersChange);
  /** A request for the newest run is in flight: StrictMode and wake-ups need no second one. */
  let isFetching = false;
  let hasFetched = false;
  /** Stops waiting for the page to wake, or for the grace delay. */
  let stop = (): void => {};
  let unsubscribe = (): void => {};

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
    context.onThreadIdKnown?.(threadId);
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
      if (isForeign && hasFetched) context.onOutdated?.(threadId);
      hasFetched = true;
      if (!isActive(newest)) flushQueue();
      else if (!isBusy() && !follower.isFollowing()) void follower.track(newest);
    } catch (error) {
      if (isAbortError(error)) return;
      const failure = toThreadkitError(error, 'network');
      if (failure.status === 404 && memory.forget()) {
        // The restored thread was deleted by another client: this is a new chat again.
        store.update((state) => setThreadId(state, undefined));
      } else context.onError(failure);
    } finally {
      isFetching = false;
    }
  }

  function disposeWhenIdle(): void {
    if (subscribers.size > 0 || isBusy()) return;
    follower.stop();
    context.onIdle?.();
  }

  function onSubscribersChange(hasSubscribers: boolean): void {
    stop();
    if (!hasSubscribers) {
      unsubscribe();
      stop = environment.setTimer(disposeWhenIdle, GRACE_MS);
      return;
    }
    unsubscribe = store.subscribe(subscribers.notify);
    stop = environment.onWake(attach);
    attach();
  }

  return {
    attach,
    subscribe: subscribers.add,
    disposeWhenIdle,
    stop: () => stop(),
  };
}

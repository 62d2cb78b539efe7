import type { RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import { isAbort, toThreadkitError } from '../errors/to-threadkit-error.ts';
import { isActive } from '../run/run-status.ts';
import type { Follower } from './follow/follower.ts';
import type { NewChatMemory } from './new-chat-memory.ts';
import { findNewestRun } from './send/send-message.ts';
import type { Store } from './state/store.ts';
import type { ThreadState } from './state/thread-state.ts';

export interface ThreadLifecycleOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  follower: Follower;
  memory: NewChatMemory;
  /** Ids of runs this page knows of. */
  seenIds: Set<string>;
  disposeSignal: AbortSignal;
  isBusy(): boolean;
  trackRun(run: RunObject): Promise<void>;
  /** The thread is free: what waits in the queue may go. */
  flushQueue(): void;
  onError(error: ThreadkitError): void;
  onThreadNamed(threadId: string): void;
  /** Someone else has run on the thread since the last look. */
  onOutdated(threadId: string): void;
  /** Nobody looks and nothing runs any more. */
  onIdle(): void;
}

/** Whether someone looks at a thread, and what that means: look along, wake up, or let go. */
export interface ThreadLifecycle {
  /** Finds the thread's run and follows it; goes back to a named chat's thread first. */
  attach(): void;
  onSubscribersChange(hasSubscribers: boolean): void;
  disposeWhenIdle(): void;
  stop(): void;
}

/** Nobody looks for this long: StrictMode and route changes come back sooner. */
const GRACE_MS = 5_000;

export function createThreadLifecycle(options: ThreadLifecycleOptions): ThreadLifecycle {
  const { client, environment, store, follower, memory, seenIds, disposeSignal, isBusy } = options;
  let hasSubscribers = false;
  /** The newest run is being asked for: StrictMode and wakes need not ask again. */
  let isFetching = false;
  let hasFetched = false;
  /** Ends what watching, or its grace, waits for: the page to wake, or the grace to pass. */
  let stop = (): void => {};

  const read = (): ThreadState => store.getSnapshot();

  function attach(): void {
    const { threadId } = read();
    if (disposeSignal.aborted) return;
    if (threadId === undefined) void restoreThread();
    else look(threadId);
  }

  /** Goes back to the thread that this draft became before the reload. */
  async function restoreThread(): Promise<void> {
    const threadId = await memory.recall();
    if (threadId === undefined || read().threadId !== undefined || read().isSending) return;
    store.update((state) => ({ ...state, threadId }));
    options.onThreadNamed(threadId);
    look(threadId);
  }

  /** Follows the run that holds the thread, if one does. */
  function look(threadId: string): void {
    const { isSending, current, connection } = read();
    const isLost = connection.attempt > 0;
    if (isSending || isFetching || (follower.isFollowing() && !isLost)) return;
    if (isActive(current.run)) void follower.follow(current.run, undefined);
    else void fetchNewestRun(threadId);
  }

  async function fetchNewestRun(threadId: string): Promise<void> {
    isFetching = true;
    try {
      const newest = await findNewestRun(client, threadId);
      const isForeign = newest !== undefined && !seenIds.has(newest.id);
      if (newest) seenIds.add(newest.id);
      // The first look is as old as the lists are.
      if (isForeign && hasFetched) options.onOutdated(threadId);
      hasFetched = true;
      if (!isActive(newest)) options.flushQueue();
      else if (!isBusy() && !follower.isFollowing()) void options.trackRun(newest);
    } catch (error) {
      if (isAbort(error)) return;
      const failure = toThreadkitError(error, 'network');
      if (failure.status === 404 && memory.forget()) {
        // The remembered thread was deleted elsewhere: this is a new chat again.
        store.update((state) => ({ ...state, threadId: undefined }));
      } else options.onError(failure);
    } finally {
      isFetching = false;
    }
  }

  function disposeWhenIdle(): void {
    if (hasSubscribers || isBusy()) return;
    follower.stop();
    options.onIdle();
  }

  return {
    attach,
    onSubscribersChange(watched) {
      hasSubscribers = watched;
      stop();
      if (!watched) {
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

import type { RunObject } from '../api/index.ts';
import type { AssistantsApi } from '../client/assistants-api.ts';
import type { Environment } from '../environment/environment.ts';
import type { ThreadkitError } from '../errors/threadkit-error.ts';
import { isAbort, toThreadkitError } from '../errors/to-threadkit-error.ts';
import { isActive } from '../run/run-status.ts';
import type { DraftMemory } from './draft-memory.ts';
import type { Follower } from './follow/follower.ts';
import { findNewestRun } from './send/send-message.ts';
import type { Store } from './state/store.ts';
import type { ThreadState } from './state/thread-state.ts';

export interface AttendanceOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  follower: Follower;
  memory: DraftMemory;
  /** Ids of runs this page knows of. */
  known: Set<string>;
  lifetime: AbortSignal;
  isBusy(): boolean;
  adopt(run: RunObject): Promise<void>;
  /** The thread is free: what waits in the queue may go. */
  pump(): void;
  onError(error: ThreadkitError): void;
  onThreadNamed(threadId: string): void;
  /** Someone else has run on the thread since the last look. */
  onOutdated(threadId: string): void;
  /** Nobody looks and nothing runs any more. */
  onIdle(): void;
}

/** Whether someone looks at a thread, and what that means: look along, wake up, or let go. */
export interface Attendance {
  /** Finds the thread's run and follows it; goes back to a named chat's thread first. */
  attach(): void;
  onWatched(isWatched: boolean): void;
  letGoWhenIdle(): void;
  stop(): void;
}

/** Nobody looks for this long: StrictMode and route changes come back sooner. */
const GRACE_MS = 5_000;

export function createAttendance(options: AttendanceOptions): Attendance {
  const { client, environment, store, follower, memory, known, lifetime, isBusy } = options;
  let isWatched = false;
  /** The newest run is being asked for: StrictMode and wakes need not ask again. */
  let isAsking = false;
  let hasLooked = false;
  /** Ends what watching, or its grace, waits for: the page to wake, or the grace to pass. */
  let stop = (): void => {};

  const read = (): ThreadState => store.getSnapshot();

  function attach(): void {
    const { threadId } = read();
    if (lifetime.aborted) return;
    if (threadId === undefined) void recall();
    else look(threadId);
  }

  /** Goes back to the thread that this draft became before the reload. */
  async function recall(): Promise<void> {
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
    if (isSending || isAsking || (follower.isFollowing() && !isLost)) return;
    if (isActive(current.run)) void follower.follow(current.run, undefined);
    else void askForRun(threadId);
  }

  async function askForRun(threadId: string): Promise<void> {
    isAsking = true;
    try {
      const newest = await findNewestRun(client, threadId);
      const isForeign = newest !== undefined && !known.has(newest.id);
      if (newest) known.add(newest.id);
      // The first look is as old as the lists are.
      if (isForeign && hasLooked) options.onOutdated(threadId);
      hasLooked = true;
      if (!isActive(newest)) options.pump();
      else if (!isBusy() && !follower.isFollowing()) void options.adopt(newest);
    } catch (error) {
      if (isAbort(error)) return;
      const failure = toThreadkitError(error, 'network');
      if (failure.status === 404 && memory.forget()) {
        // The remembered thread was deleted elsewhere: this is a new chat again.
        store.update((state) => ({ ...state, threadId: undefined }));
      } else options.onError(failure);
    } finally {
      isAsking = false;
    }
  }

  function letGoWhenIdle(): void {
    if (isWatched || isBusy()) return;
    follower.stop();
    options.onIdle();
  }

  return {
    attach,
    onWatched(watched) {
      isWatched = watched;
      stop();
      if (!watched) {
        stop = environment.setTimer(letGoWhenIdle, GRACE_MS);
        return;
      }
      stop = environment.onWake(attach);
      attach();
    },
    letGoWhenIdle,
    stop: () => stop(),
  };
}

import { isActive } from '../../api/run-status.ts';
import { sleep } from '../../environment/sleep.ts';
import { isThreadkitError } from '../../errors/threadkit-error.ts';
import type { Follower } from '../follow/follower.ts';
import { findNewestRun } from '../follow/read-run.ts';
import type { ThreadContext } from '../state/thread-context.ts';

/** How often a request waits for a locked thread before it fails. */
const MAX_WAITS = 5;
/** Delay when the thread is still locked although it has no active run any more. */
const UNLOCK_MS = 1_000;

/** Repeats `act` while a run of another tab or client locks the thread, after that run has ended. */
export async function retryWhileLocked<T>(
  { client, environment, disposeSignal }: ThreadContext,
  follower: Follower,
  readThreadId: () => Promise<string>,
  act: (threadId: string) => Promise<T>,
): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    const threadId = await readThreadId();
    try {
      return await act(threadId);
    } catch (error) {
      const isLocked = isThreadkitError(error) && error.kind === 'locked';
      if (!isLocked || waits >= MAX_WAITS || disposeSignal.aborted) throw error;
      const newest = await findNewestRun(client, threadId);
      if (isActive(newest)) await follower.track(newest);
      else await sleep(environment, UNLOCK_MS, disposeSignal);
    }
  }
}

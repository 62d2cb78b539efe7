import type { RunObject } from '../../api/index.ts';
import { isActive } from '../../api/run-status.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { sleep } from '../../environment/sleep.ts';
import { isThreadkitError } from '../../errors/threadkit-error.ts';
import { findNewestRun } from '../follow/read-run.ts';

/** How often a request waits for a locked thread before it fails. */
const MAX_WAITS = 5;
/** Delay when the thread is still locked although it has no active run any more. */
const UNLOCK_MS = 1_000;

export interface LockOptions {
  readonly client: AssistantsApi;
  readonly environment: Environment;
  readonly disposeSignal: AbortSignal;
  /** Follows the run that holds the lock; resolves when it has ended. */
  trackRun(run: RunObject): Promise<unknown>;
}

/** Repeats `act` while a run of another tab or client locks the thread, after that run has ended. */
export async function retryWhileLocked<T>(
  { client, environment, disposeSignal, trackRun }: LockOptions,
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
      if (isActive(newest)) await trackRun(newest);
      else await sleep(environment, UNLOCK_MS, disposeSignal);
    }
  }
}

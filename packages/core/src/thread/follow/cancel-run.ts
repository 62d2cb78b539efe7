import type { RunObject } from '../../api/index.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import type { Follower } from './follower.ts';
import { requireRunOf } from './read-run.ts';

/** Cancels a run on the server and follows it until it has ended. Never rejects. */
export async function cancelRun(
  { client, dispatch, onError }: ThreadContext,
  follower: Follower,
  run: RunObject,
): Promise<void> {
  try {
    const cancelled = await client.cancelRun(run.thread_id, run.id);
    dispatch({ event: 'snapshot', data: { run: requireRunOf(run.thread_id, cancelled, run.id) } });
  } catch (error) {
    const failure = toThreadkitError(error, 'network');
    // 400: the run has ended already. The follower reports how.
    if (failure.status !== 400) onError(failure);
  }
  if (!follower.isFollowing()) await follower.follow(run);
}

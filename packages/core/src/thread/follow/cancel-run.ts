import type { RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { ThreadkitError } from '../../errors/threadkit-error.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { RunReducerInput } from '../../run/reduce-event.ts';
import type { Follower } from './follower.ts';
import { requireRunOf } from './read-run.ts';

export interface CancelOptions {
  readonly client: AssistantsApi;
  readonly follower: Follower;
  dispatch(input: RunReducerInput): void;
  onError(error: ThreadkitError): void;
}

/** Cancels a run on the server and follows it until it has ended. Never rejects. */
export async function cancelRun(run: RunObject, options: CancelOptions): Promise<void> {
  const { client, follower, dispatch, onError } = options;
  try {
    const answer = await client.cancelRun(run.thread_id, run.id);
    dispatch({ event: 'snapshot', data: { run: requireRunOf(run.thread_id, answer, run.id) } });
  } catch (error) {
    const failure = toThreadkitError(error, 'network');
    // 400: the run has ended already. The follower reports how.
    if (failure.status !== 400) onError(failure);
  }
  if (!follower.isFollowing()) await follower.follow(run);
}

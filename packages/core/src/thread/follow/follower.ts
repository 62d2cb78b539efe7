import type { RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { RunReducerInput } from '../../run/reduce-event.ts';
import type { Store } from '../state/store.ts';
import { IDLE, type ThreadState } from '../state/thread-state.ts';
import { setConnection, setError } from '../state/transitions.ts';
import type { ConnectionInfo } from '../types.ts';
import type { OpenStream } from './event-stream.ts';
import { followRun } from './follow-run.ts';

export interface FollowerOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  disposeSignal: AbortSignal;
  dispatch(input: RunReducerInput): void;
  onRequiresAction(run: RunObject): void;
  /** Following has ended by itself: the run has ended, or the backend has refused for good. */
  onEnd(): void;
}

/** Follows one run at a time. A new call of `follow` replaces the one before. */
export interface Follower {
  /** Resolves when following has ended, also that of a call which has replaced this one. */
  follow(run: RunObject, stream?: OpenStream): Promise<void>;
  isFollowing(): boolean;
  /** Stops following. The run continues on the server. */
  stop(): void;
}

export function createFollower(options: FollowerOptions): Follower {
  const { client, environment, store, disposeSignal } = options;
  let current: AbortController | undefined;
  let latest: Promise<void> | undefined;
  let lastReceivedAt: number | undefined;

  function reportConnection(state: ConnectionInfo['state'], attempt: number): void {
    // Called for every event. Subscribers are called only when the state or the attempt changes.
    if (state === 'live') lastReceivedAt = environment.now();
    const { connection } = store.getSnapshot();
    if (connection.state === state && connection.attempt === attempt) return;
    store.update((before) => setConnection(before, { state, attempt, lastReceivedAt }));
  }

  function idle(): void {
    current = undefined;
    lastReceivedAt = undefined;
    store.update((state) => setConnection(state, IDLE));
  }

  async function followToEnd(
    run: RunObject,
    stream: OpenStream | undefined,
    following: AbortController,
  ): Promise<void> {
    try {
      await followRun(stream, {
        client,
        environment,
        threadId: run.thread_id,
        runId: run.id,
        signal: AbortSignal.any([following.signal, disposeSignal]),
        read: () => store.getSnapshot().current,
        dispatch: options.dispatch,
        setConnection: reportConnection,
        onRequiresAction: options.onRequiresAction,
      });
    } catch (error) {
      const failure = toThreadkitError(error, 'stream');
      store.update((state) => setError(state, failure));
    }
    if (current !== following || disposeSignal.aborted) return;
    idle();
    options.onEnd();
  }

  return {
    follow(run, stream) {
      current?.abort();
      const following = new AbortController();
      current = following;
      const followed = followToEnd(run, stream, following).then(() => {
        const isReplaced = current !== undefined && current !== following;
        return isReplaced ? latest : undefined;
      });
      latest = followed;
      return followed;
    },
    isFollowing: () => current !== undefined,
    stop() {
      current?.abort();
      idle();
    },
  };
}

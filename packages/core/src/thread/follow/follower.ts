import type { RunObject } from '../../api/index.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import { createSubscribers, type Subscribers } from '../state/subscribers.ts';
import type { ThreadContext } from '../state/thread-context.ts';
import { IDLE } from '../state/thread-state.ts';
import { setConnection, setCurrentRun } from '../state/transitions.ts';
import type { ConnectionInfo } from '../types.ts';
import type { OpenStream } from './event-stream.ts';
import { followRun } from './follow-run.ts';

/** Follows one run at a time. A new call of `follow` replaces the one before. */
export interface Follower {
  /** Resolves when following has ended, also that of a call which has replaced this one. */
  follow(run: RunObject, stream?: OpenStream): Promise<void>;
  /** Makes a run the current one and follows it. Resolves like `follow`. */
  track(run: RunObject, stream?: OpenStream): Promise<void>;
  isFollowing(): boolean;
  /** Stops following. The run continues on the server. */
  stop(): void;
  /** Subscribes to runs that wait for tool outputs. */
  readonly onRequiresAction: Subscribers<[run: RunObject]>['add'];
  /** Called when following ends without `stop`: the run has ended, or the backend has refused permanently. */
  readonly onEnd: Subscribers['add'];
}

export function createFollower(context: ThreadContext): Follower {
  const { client, environment, store, disposeSignal, dispatch } = context;
  const requiresAction = createSubscribers<[run: RunObject]>();
  const end = createSubscribers();
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
        dispatch,
        setConnection: reportConnection,
        onRequiresAction: requiresAction.notify,
      });
    } catch (error) {
      context.onError(toThreadkitError(error, 'stream'));
    }
    if (current !== following || disposeSignal.aborted) return;
    idle();
    end.notify();
  }

  function follow(run: RunObject, stream?: OpenStream): Promise<void> {
    current?.abort();
    const following = new AbortController();
    current = following;
    const followed = followToEnd(run, stream, following).then(() => {
      const isReplaced = current !== undefined && current !== following;
      return isReplaced ? latest : undefined;
    });
    latest = followed;
    return followed;
  }

  return {
    follow,
    track(run, stream) {
      store.update((state) => setCurrentRun(state, run.id));
      context.seenIds.add(run.id);
      dispatch({ event: 'snapshot', data: { run } });
      return follow(run, stream);
    },
    isFollowing: () => current !== undefined,
    stop() {
      current?.abort();
      idle();
    },
    onRequiresAction: requiresAction.add,
    onEnd: end.add,
  };
}

import type { RunObject } from '../../api/index.ts';
import type { AssistantsApi } from '../../client/assistants-api.ts';
import type { Environment } from '../../environment/environment.ts';
import { toThreadkitError } from '../../errors/to-threadkit-error.ts';
import type { RunInput } from '../../run/reduce-event.ts';
import type { Store } from '../state/store.ts';
import type { ConnectionInfo } from '../state/thread-snapshot.ts';
import { IDLE, type ThreadState } from '../state/thread-state.ts';
import type { OpenStream } from './event-stream.ts';
import { followRun } from './follow-run.ts';

export interface FollowerOptions {
  client: AssistantsApi;
  environment: Environment;
  store: Store<ThreadState>;
  lifetime: AbortSignal;
  dispatch(input: RunInput): void;
  onRequiresAction(run: RunObject): void;
  /** Looking came to its end by itself: the run has ended, or the backend refused for good. */
  onEnd(): void;
}

/** Looks at one run at a time; a new look takes the place of the old one. */
export interface Follower {
  /** Resolves when looking has come to its end, also when another look took over on the way. */
  follow(run: RunObject, stream: OpenStream | undefined): Promise<void>;
  isFollowing(): boolean;
  /** Stops looking. The run goes on. */
  stop(): void;
}

export function createFollower(options: FollowerOptions): Follower {
  const { client, environment, store, lifetime } = options;
  let following: AbortController | undefined;
  let latest: Promise<void> | undefined;

  function setConnection(state: ConnectionInfo['state'], attempt: number): void {
    const { connection } = store.getSnapshot();
    // Every event says that the connection lives: mostly nothing is new.
    if (connection.state === state && connection.attempt === attempt) return;
    const lastEventAt = state === 'live' ? environment.now() : connection.lastEventAt;
    store.update((before) => ({ ...before, connection: { state, attempt, lastEventAt } }));
  }

  function idle(): void {
    following = undefined;
    store.update((state) => (state.connection === IDLE ? state : { ...state, connection: IDLE }));
  }

  async function look(
    run: RunObject,
    stream: OpenStream | undefined,
    looking: AbortController,
  ): Promise<void> {
    try {
      await followRun(stream, {
        client,
        environment,
        threadId: run.thread_id,
        runId: run.id,
        signal: AbortSignal.any([looking.signal, lifetime]),
        read: () => store.getSnapshot().current,
        dispatch: options.dispatch,
        setConnection,
        onRequiresAction: options.onRequiresAction,
      });
    } catch (error) {
      store.update((state) => ({ ...state, error: toThreadkitError(error, 'stream') }));
    }
    if (following !== looking || lifetime.aborted) return;
    idle();
    options.onEnd();
  }

  return {
    follow(run, stream) {
      following?.abort();
      const looking = new AbortController();
      following = looking;
      const looked = look(run, stream, looking).then(() => {
        const isSuperseded = following !== undefined && following !== looking;
        return isSuperseded ? latest : undefined;
      });
      latest = looked;
      return looked;
    },
    isFollowing: () => following !== undefined,
    stop() {
      following?.abort();
      idle();
    },
  };
}

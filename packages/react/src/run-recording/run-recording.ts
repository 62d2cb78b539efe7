import {
  type AssistantsApi,
  EMPTY_RUN_STATE,
  type Environment,
  isAbort,
  type RunState,
  reduceEvent,
  type SequencedEvent,
  type ThreadkitError,
  toThreadkitError,
} from '@threadkit/core';

/** One event of a run, and what was known of the run once it had come. */
export interface RunFrame {
  readonly event: SequencedEvent;
  readonly state: RunState;
}

/** A run's events so far. */
export interface Recording {
  /** In the order in which they came. */
  readonly frames: readonly RunFrame[];
  /**
   * `reading`: more may come · `ended`: the run has, and this is all · `unsupported`: this backend keeps no events ·
   * `expired`: it no longer keeps this run's · `failed`: see `error`, and retry.
   */
  readonly status: 'reading' | 'ended' | 'unsupported' | 'expired' | 'failed';
  readonly error: ThreadkitError | null;
}

/** Reads a run's events while someone listens. */
export interface RunRecorder {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): Recording;
  /** Goes on behind the last event, after a failure. */
  retry(): void;
}

const EMPTY: Recording = { frames: [], status: 'reading', error: null };

/**
 * A recorder of one run. Nothing is asked for before the first listener; the request closes with the last one, and
 * a later listener goes on where it was.
 */
export function createRunRecorder(
  client: AssistantsApi,
  environment: Pick<Environment, 'schedule'>,
  threadId: string,
  runId: string,
): RunRecorder {
  const listeners = new Set<() => void>();
  let recording = EMPTY;
  let pending: RunFrame[] = [];
  let state = EMPTY_RUN_STATE;
  let open: AbortController | undefined;

  const keepsEvents = (): boolean => client.capabilities.runEvents !== false;
  const publish = (change: Partial<Recording>): void => {
    recording = { ...recording, ...change, frames: [...recording.frames, ...pending] };
    pending = [];
    for (const listener of listeners) listener();
  };
  /** A replay brings thousands of events at once: what comes between two paints is shown together. */
  const push = (event: SequencedEvent): void => {
    state = reduceEvent(state, event);
    pending.push({ event, state });
    if (pending.length === 1) environment.schedule(() => pending.length > 0 && publish({}));
  };

  async function read(own: AbortController): Promise<void> {
    if (!client.streamRunEvents || !keepsEvents()) {
      publish({ status: 'unsupported' });
      return;
    }
    try {
      const options = { after: state.lastSeq, signal: own.signal };
      for await (const event of client.streamRunEvents(threadId, runId, options)) {
        if (own.signal.aborted) return;
        push(event);
      }
      publish({ status: 'ended' });
    } catch (reason) {
      if (own.signal.aborted || isAbort(reason)) return;
      const error = toThreadkitError(reason, 'stream');
      // The answer that failed has told whether the backend has such a list at all.
      const status =
        error.body?.code === 'events_expired' ? 'expired' : keepsEvents() ? 'failed' : 'unsupported';
      publish({ status, error });
    }
  }

  const start = (): void => {
    open?.abort();
    open = new AbortController();
    void read(open);
  };

  return {
    subscribe(onChange) {
      listeners.add(onChange);
      if (listeners.size === 1 && recording.status === 'reading') start();
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        open?.abort();
      };
    },
    getSnapshot: () => recording,
    retry() {
      publish({ status: 'reading', error: null });
      start();
    },
  };
}

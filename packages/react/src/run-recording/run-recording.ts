import {
  type AssistantsApi,
  EMPTY_RUN_STATE,
  type Environment,
  isAbortError,
  type RunState,
  reduceEvent,
  type SequencedEvent,
  type ThreadkitError,
} from '@threadkit/core';
import { createSubscribers, toThreadkitError } from '@threadkit/core/internal';

/** One event of a run, and the state of the run after it. */
export interface RecordedEvent {
  /** As received. `seq` is its number within the run. */
  readonly event: SequencedEvent;
  /** The run, its messages and its steps after the event. */
  readonly state: RunState;
}

/** The events of a run that have been read. */
export interface Recording {
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  /**
   * `reading`: more events may follow · `ended`: the run has ended and all events are read · `unsupported`: the backend
   * stores no events · `expired`: the backend has deleted the events of this run · `failed`: see `error`, and `retry`.
   */
  readonly status: 'reading' | 'ended' | 'unsupported' | 'expired' | 'failed';
  /** Why reading failed, when `status` is `failed`; else `null`. */
  readonly error: ThreadkitError | null;
}

/** Reads the events of a run while it has subscribers. */
export interface RunRecorder {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): Recording;
  /** Resumes after the last event, when reading has failed. */
  retry(): void;
}

const EMPTY: Recording = { events: [], status: 'reading', error: null };

/**
 * Creates the recorder of one run. The first subscriber starts the request, and the last one to leave closes it. A
 * later subscriber resumes after the last event.
 */
export function createRunRecorder(
  client: AssistantsApi,
  environment: Pick<Environment, 'schedule'>,
  threadId: string,
  runId: string,
): RunRecorder {
  const subscribers = createSubscribers((hasSubscribers) => {
    if (!hasSubscribers) open?.abort();
    else if (recording.status === 'reading') start();
  });
  let recording = EMPTY;
  let pending: RecordedEvent[] = [];
  let state = EMPTY_RUN_STATE;
  let open: AbortController | undefined;

  const keepsEvents = (): boolean => client.capabilities.runEvents !== false;
  const publish = (change: Partial<Recording>): void => {
    recording = { ...recording, ...change, events: [...recording.events, ...pending] };
    pending = [];
    subscribers.notify();
  };
  /** A replay delivers thousands of events at once, so events are published once per animation frame. */
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
      if (own.signal.aborted || isAbortError(reason)) return;
      const error = toThreadkitError(reason, 'stream');
      // The failed response may have set the capability: this backend stores no events.
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
    subscribe: subscribers.add,
    getSnapshot: () => recording,
    retry() {
      publish({ status: 'reading', error: null });
      start();
    },
  };
}

import { isTerminal, isTerminalEvent, type StreamEvent } from '@threadkit/core/api';
import type { Scope } from '../storage/storage.ts';
import type { RunContext } from './run-context.ts';
import type { RunStreamItem } from './run-stream-item.ts';
import { hideSearchContentOf } from './search-content.ts';

const BATCH = 100;
/** Another process may write to a shared storage without notifying this one. */
const POLL_MS = 1000;
const POLLS_PER_COMMENT = 15;

/** A followed run, or events not read yet, were deleted in the meantime. */
export class EventsLostError extends Error {
  override readonly name = 'EventsLostError';
  readonly runId: string;
  readonly missing: 'run' | 'events';

  constructor(runId: string, missing: 'run' | 'events') {
    super(`The ${missing} of a stream of ${runId} were deleted while it was read.`);
    this.runId = runId;
    this.missing = missing;
  }
}

/** `pause` ends at `requires_action` or the run's end, as POST streams do; `end` only at the run's end. */
export type FollowUntil = 'pause' | 'end';

/**
 * A run's events after number `after`: the stored ones, then new ones. Events are only read from storage; a commit
 * notification just triggers the next read, so no event is duplicated or lost. Throws {@link EventsLostError}.
 */
export async function* followEvents(
  { storage, setTimer }: Pick<RunContext, 'storage' | 'setTimer'>,
  scope: Scope,
  runId: string,
  options: {
    readonly after: number;
    readonly until: FollowUntil;
    readonly signal: AbortSignal;
    /** Include the text of search results. @defaultValue false */
    readonly searchContent?: boolean;
  },
): AsyncGenerator<RunStreamItem> {
  const { until, signal } = options;
  let cursor = options.after;
  let quietPolls = 0;
  let wake = () => {};
  let hasNewEvents = false;
  const stopListening = storage.onCommit((committed) => {
    if (committed !== runId) return;
    hasNewEvents = true;
    wake();
  });
  try {
    while (!signal.aborted) {
      hasNewEvents = false;
      const batch = await storage.listEvents(scope, runId, cursor, BATCH);
      for (const { seq, ...event } of batch) {
        cursor = seq;
        yield { kind: 'event', event: options.searchContent ? event : hideSearchContentOf(event), seq };
        if (endsStream(event, until)) {
          yield { kind: 'done' };
          return;
        }
      }
      if (batch.length > 0) continue;
      const record = await storage.getRunRecord(scope, runId);
      // The thread was deleted. `done` would look like a regular end.
      if (!record) throw new EventsLostError(runId, 'run');
      if (record.droppedSeq > cursor) throw new EventsLostError(runId, 'events');
      if (isTerminal(record.run) && record.seq <= cursor) {
        yield { kind: 'done' };
        return;
      }
      if (hasNewEvents) continue;
      const isWoken = await new Promise<boolean>((resolve) => {
        const cancelTimer = setTimer(() => finish(false), POLL_MS);
        const finish = (byCommit: boolean) => {
          cancelTimer();
          signal.removeEventListener('abort', wake);
          resolve(byCommit);
        };
        wake = () => finish(true);
        signal.addEventListener('abort', wake, { once: true });
      });
      quietPolls = isWoken ? 0 : quietPolls + 1;
      if (quietPolls === POLLS_PER_COMMENT) {
        quietPolls = 0;
        yield { kind: 'comment' };
      }
    }
  } finally {
    stopListening();
  }
}

function endsStream({ event }: StreamEvent, until: FollowUntil): boolean {
  return isTerminalEvent(event) || (until === 'pause' && event === 'thread.run.requires_action');
}

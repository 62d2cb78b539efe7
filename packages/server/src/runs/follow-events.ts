import { isTerminal, isTerminalEvent } from '@threadkit/core/api';
import type { Scope, Storage, StoredEvent } from '../storage/storage.ts';
import { createEventQueue } from './event-queue.ts';
import { isReasoningEvent } from './reasoning.ts';
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
 * A run's events after number `after`: the stored ones, then new ones. New events come with the notification of their commit;
 * where these leave a gap, the storage is read, so no event is duplicated or lost. Throws {@link EventsLostError}.
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
    /** Include reasoning steps. @defaultValue false */
    readonly reasoning?: boolean;
  },
): AsyncGenerator<RunStreamItem> {
  const { until, signal } = options;
  const queue = createEventQueue(options.after);
  let quietPolls = 0;
  let wake = () => {};
  const stopListening = storage.onCommit(runId, (events) => {
    queue.push(events);
    wake();
  });
  const abort = () => wake();
  signal.addEventListener('abort', abort, { once: true });
  try {
    while (!signal.aborted) {
      const events = queue.takeAll();
      if (events.length > 0) {
        const last = events.findIndex((event) => endsStream(event, until));
        const sent = last === -1 ? events : events.slice(0, last + 1);
        yield { kind: 'events', events: visibleTo(options, sent) };
        if (last === -1) continue;
        yield { kind: 'done' };
        return;
      }
      if (queue.isBehind) {
        // A commit may add events meanwhile; these are not checked, but sent.
        const before = queue.lastSeq;
        const count = await queue.fill(
          (after, limit) => storage.listEvents(scope, runId, after, limit),
          BATCH,
        );
        if (count === 0 && (await isComplete(storage, scope, runId, before))) {
          yield { kind: 'done' };
          return;
        }
        continue;
      }
      const isWoken = await new Promise<boolean>((resolve) => {
        const cancelTimer = setTimer(() => finish(false), POLL_MS);
        const finish = (byCommit: boolean) => {
          cancelTimer();
          resolve(byCommit);
        };
        wake = () => finish(true);
      });
      quietPolls = isWoken ? 0 : quietPolls + 1;
      if (!isWoken) queue.push([]);
      if (quietPolls === POLLS_PER_COMMENT) {
        quietPolls = 0;
        yield { kind: 'comment' };
      }
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', abort);
  }
}

/** The events that the client gets. Numbers of others are missing. */
function visibleTo(
  {
    searchContent = false,
    reasoning = false,
  }: { readonly searchContent?: boolean; readonly reasoning?: boolean },
  events: readonly StoredEvent[],
): readonly StoredEvent[] {
  const visible = reasoning ? events : events.filter((event) => !isReasoningEvent(event));
  return searchContent ? visible : visible.map(hideSearchContentOf);
}

/** Whether a run without further events has ended. Throws when its events cannot be read any more. */
async function isComplete(storage: Storage, scope: Scope, runId: string, lastSeq: number): Promise<boolean> {
  const record = await storage.getRunRecord(scope, runId);
  // The thread was deleted. `done` would look like a regular end.
  if (!record) throw new EventsLostError(runId, 'run');
  if (record.droppedSeq > lastSeq) throw new EventsLostError(runId, 'events');
  return isTerminal(record.run) && record.seq <= lastSeq;
}

function endsStream({ event }: StoredEvent, until: FollowUntil): boolean {
  return isTerminalEvent(event) || (until === 'pause' && event === 'thread.run.requires_action');
}

import type { RunCompletionUsage, RunObject, StreamEvent } from '@threadkit/core/api';
import type { ToolPrincipal } from '@threadkit/core/tools';
import type { Lease, RunRecord, Scope, StoredEvent } from '../storage.ts';
import { toStoredEvents } from '../to-stored-events.ts';

/** The state of a run besides its object. */
export interface StoredRun {
  readonly scope: Scope;
  readonly principal: ToolPrincipal | undefined;
  events: StoredEvent[];
  seq: number;
  droppedSeq: number;
  pendingUsage: RunCompletionUsage | null;
  workerId: string | undefined;
  /** Unix milliseconds. */
  leaseUntil: number;
  attempt: number;
  recoveries: number;
  endedAt: number | undefined;
}

export function newStoredRun(scope: Scope, principal: ToolPrincipal | undefined): StoredRun {
  return {
    scope,
    principal,
    events: [],
    seq: 0,
    droppedSeq: 0,
    pendingUsage: null,
    workerId: undefined,
    leaseUntil: 0,
    attempt: 0,
    recoveries: 0,
    endedAt: undefined,
  };
}

/** Returns the appended events. */
export function appendEvents(state: StoredRun, events: readonly StreamEvent[]): readonly StoredEvent[] {
  const stored = toStoredEvents(events, state.seq);
  state.seq += stored.length;
  for (const event of stored) state.events.push(event);
  return stored;
}

/** Stored events with numbers above `after`, at most `limit`. */
export function eventsAfter(
  { events, droppedSeq }: StoredRun,
  after: number,
  limit = Number.POSITIVE_INFINITY,
): readonly StoredEvent[] {
  const start = Math.max(0, after - droppedSeq);
  return events.slice(start, start + limit);
}

export function toRecord(run: RunObject, state: StoredRun): RunRecord {
  return {
    run,
    owner: state.scope.owner,
    seq: state.seq,
    droppedSeq: state.droppedSeq,
    pendingUsage: state.pendingUsage,
    principal: state.principal,
  };
}

export function takeLease(run: RunObject, state: StoredRun, workerId: string, until: number): Lease {
  state.workerId = workerId;
  state.leaseUntil = until;
  state.attempt += 1;
  return { ...toRecord(run, state), workerId, attempt: state.attempt, recoveries: state.recoveries };
}

export function releaseLease(state: StoredRun): void {
  state.workerId = undefined;
  state.leaseUntil = 0;
}

import type { RunCompletionUsage, RunObject, StreamEvent } from '@threadkit/core/api';
import type { Lease, RunRecord, Scope, StoredEvent } from '../storage.ts';

/** The state of a run besides its object. */
export interface StoredRun {
  readonly scope: Scope;
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

export function newStoredRun(scope: Scope): StoredRun {
  return {
    scope,
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

export function appendEvents(side: StoredRun, events: readonly StreamEvent[]): void {
  for (const event of events) {
    side.seq += 1;
    side.events.push({ ...event, seq: side.seq });
  }
}

export function toRecord(run: RunObject, side: StoredRun): RunRecord {
  return {
    run,
    owner: side.scope.owner,
    seq: side.seq,
    droppedSeq: side.droppedSeq,
    pendingUsage: side.pendingUsage,
  };
}

export function takeLease(run: RunObject, side: StoredRun, workerId: string, until: number): Lease {
  side.workerId = workerId;
  side.leaseUntil = until;
  side.attempt += 1;
  return { ...toRecord(run, side), workerId, attempt: side.attempt, recoveries: side.recoveries };
}

export function giveBack(side: StoredRun): void {
  side.workerId = undefined;
  side.leaseUntil = 0;
}

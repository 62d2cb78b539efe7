import type { RunCompletionUsage, RunObject } from '@threadkit/core/api';
import type { ToolPrincipal } from '@threadkit/core/tools';
import type { Lease, RunRecord } from './storage.ts';
import { parseBody } from './unreadable-row.ts';

/** A row of a database's table of runs, with the number of the run's last event as `current_seq`. */
export type RunRow = Readonly<Record<string, unknown>>;

/** @throws {@link UnreadableRowError} */
export function toRecord(row: RunRow): RunRecord {
  return {
    // Only written from runs.
    run: parseBody('runs', row['id'], row['body']) as RunObject,
    owner: String(row['owner']),
    seq: Number(row['current_seq']),
    droppedSeq: Number(row['dropped_seq']),
    pendingUsage:
      typeof row['pending_usage'] === 'string'
        ? (parseBody('runs', row['id'], row['pending_usage']) as RunCompletionUsage)
        : null,
    principal:
      typeof row['principal'] === 'string'
        ? (parseBody('runs', row['id'], row['principal']) as ToolPrincipal)
        : undefined,
  };
}

/** @throws {@link UnreadableRowError} */
export function toLease(row: RunRow): Lease {
  return {
    ...toRecord(row),
    workerId: String(row['worker_id']),
    attempt: Number(row['attempt']),
    recoveries: Number(row['recoveries']),
  };
}

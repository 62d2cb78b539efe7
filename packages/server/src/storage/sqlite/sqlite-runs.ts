import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import {
  isTerminal,
  type RunCompletionUsage,
  type RunObject,
  type RunStatus,
  type StreamEvent,
} from '@threadkit/core/api';
import type { ToolPrincipal } from '@threadkit/core/tools';
import { readEventLines, toEventLines } from '../event-lines.ts';
import { needsWorker } from '../needs-worker.ts';
import { toLease, toRecord } from '../read-run-row.ts';
import { IS_ACTIVE, NEEDS_WORKER } from '../status-sql.ts';
import type { Lease, RunRecord, Scope, StoredEvent } from '../storage.ts';
import { toStoredEvents } from '../to-stored-events.ts';
import { parseBody, readEach, type UnreadableRowError } from '../unreadable-row.ts';
import { Statements } from './statements.ts';

type Row = Record<string, SQLOutputValue>;

/** The number of a run's last event. The column is written with the run; it counts when the events are dropped. */
const CURRENT_SEQ =
  'coalesce((SELECT max(last_seq) FROM event_batches WHERE run_position = runs.position), runs.last_seq) AS current_seq';

/** The statements on runs, their leases and events. Transactions are opened by the callers. */
export class SqliteRuns {
  readonly #statements: Statements;

  readonly #onUnreadable: (error: UnreadableRowError) => void;

  constructor(database: DatabaseSync, onUnreadable: (error: UnreadableRowError) => void) {
    this.#statements = new Statements(() => database);
    this.#onUnreadable = onUnreadable;
  }

  activeRunId(threadId: string): string | undefined {
    const row = this.#statements
      .prepare(`SELECT id FROM runs WHERE thread_id = ? AND ${IS_ACTIVE}`)
      .get(threadId);
    return row && String(row['id']);
  }

  insert(owner: string, run: RunObject, principal: ToolPrincipal | undefined): void {
    this.#statements
      .prepare(
        'INSERT INTO runs (id, owner, thread_id, created_at, body, status, expires_at, principal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        run.id,
        owner,
        run.thread_id,
        run.created_at,
        JSON.stringify(run),
        run.status,
        run.expires_at,
        principal ? JSON.stringify(principal) : null,
      );
  }

  /** Releases the lease of a run that no longer needs a worker. `lastSeq` is the number of its last event. */
  update(run: RunObject, at: number, lastSeq: number): void {
    this.#statements
      .prepare(
        `UPDATE runs SET body = ?, status = ?, expires_at = ?, last_seq = ?,
           ended_at = CASE WHEN ? THEN coalesce(ended_at, ?) END,
           worker_id = CASE WHEN ? THEN worker_id END,
           lease_until = CASE WHEN ? THEN lease_until ELSE 0 END,
           recoveries = CASE WHEN ? THEN recoveries ELSE 0 END
         WHERE id = ?`,
      )
      .run(
        JSON.stringify(run),
        run.status,
        run.expires_at,
        lastSeq,
        Number(isTerminal(run)),
        at,
        ...Array<number>(3).fill(Number(needsWorker(run.status))),
        run.id,
      );
  }

  /** The number of the run's last event. */
  lastSeq(runId: string): number {
    const row = this.#statements.prepare(`SELECT ${CURRENT_SEQ} FROM runs WHERE id = ?`).get(runId);
    return Number(row?.['current_seq'] ?? 0);
  }

  setPendingUsage(runId: string, usage: RunCompletionUsage | null): void {
    this.#statements
      .prepare('UPDATE runs SET pending_usage = ? WHERE id = ?')
      .run(usage && JSON.stringify(usage), runId);
  }

  /**
   * Returns the appended events, and the number of the run's last event. Does not write the run's row: it contains the whole
   * object, and a streaming run commits twenty times a second.
   */
  appendEvents(runId: string, events: readonly StreamEvent[]): { stored: StoredEvent[]; lastSeq: number } {
    const before = this.lastSeq(runId);
    const stored = toStoredEvents(events, before);
    const lastSeq = before + events.length;
    if (stored.length > 0) {
      this.#statements
        .prepare(
          `INSERT INTO event_batches (run_position, first_seq, last_seq, lines)
           SELECT position, ?, ?, ? FROM runs WHERE id = ?`,
        )
        .run(before + 1, lastSeq, toEventLines(stored), runId);
    }
    return { stored, lastSeq };
  }

  /** The readable events of one name after a number. */
  eventsOf(runId: string, name: string, after: number): StoredEvent[] {
    const events = this.#statements
      .prepare(
        `SELECT first_seq, lines FROM event_batches
         WHERE run_position = (SELECT position FROM runs WHERE id = ?) AND last_seq > ? ORDER BY last_seq`,
      )
      .all(runId, after)
      .flatMap(toEvents)
      .filter(({ seq, event }) => seq > after && event === name);
    const check = (event: StoredEvent): StoredEvent => {
      parseBody('event_batches', `${runId} ${event.seq}`, event.json);
      return event;
    };
    return readEach(events, check, this.#onUnreadable);
  }

  listEvents(scope: Scope, runId: string, after: number, limit: number): StoredEvent[] {
    const within = whereScope(scope);
    const batches = this.#statements
      .prepare(
        `SELECT first_seq, lines FROM event_batches
         WHERE run_position = (SELECT position FROM runs WHERE id = ? AND ${within.sql}) AND last_seq > ?
         ORDER BY last_seq`,
      )
      .iterate(runId, ...within.values, after);
    const events: StoredEvent[] = [];
    for (const batch of batches) {
      events.push(...toEvents(batch).filter(({ seq }) => seq > after));
      if (events.length >= limit) break;
    }
    return events.slice(0, limit);
  }

  dropEvents(endedBefore: number): void {
    const ended = 'ended_at < ? AND dropped_seq < last_seq';
    this.#statements
      .prepare(`DELETE FROM event_batches WHERE run_position IN (SELECT position FROM runs WHERE ${ended})`)
      .run(endedBefore);
    this.#statements.prepare(`UPDATE runs SET dropped_seq = last_seq WHERE ${ended}`).run(endedBefore);
  }

  record(scope: Scope, runId: string): RunRecord | undefined {
    const within = whereScope(scope);
    const row = this.#statements
      .prepare(`SELECT *, ${CURRENT_SEQ} FROM runs WHERE id = ? AND ${within.sql}`)
      .get(runId, ...within.values);
    return row && toRecord(row);
  }

  claim(workerId: string, now: number, until: number, limit: number): Lease[] {
    const rows = this.#statements
      .prepare(
        `UPDATE runs SET worker_id = ?, lease_until = ?, attempt = attempt + 1,
           recoveries = recoveries + (status = 'in_progress' AND worker_id IS NOT NULL)
         WHERE position IN (
           SELECT position FROM runs WHERE ${NEEDS_WORKER} AND lease_until <= ? ORDER BY position LIMIT ?
         )
         RETURNING *, ${CURRENT_SEQ}`,
      )
      .all(workerId, until, now, limit);
    return this.#toLeases(rows);
  }

  claimOverdue(workerId: string, now: number, until: number, limit: number): Lease[] {
    const rows = this.#statements
      .prepare(
        `UPDATE runs SET worker_id = ?, lease_until = ?, attempt = attempt + 1
         WHERE position IN (
           SELECT position FROM runs WHERE ${IS_ACTIVE} AND expires_at * 1000 <= ? ORDER BY position LIMIT ?
         )
         RETURNING *, ${CURRENT_SEQ}`,
      )
      .all(workerId, until, now, limit);
    return this.#toLeases(rows);
  }

  /** A run whose row cannot be read is not active any more: nothing can execute it, and it must not lock its thread. */
  #toLeases(rows: readonly Row[]): Lease[] {
    return readEach(rows, toLease, (error, row) => {
      this.#statements
        .prepare(
          `UPDATE runs SET status = 'unreadable', worker_id = NULL, lease_until = 0, expires_at = NULL WHERE id = ?`,
        )
        .run(String(row['id']));
      this.#onUnreadable(error);
    });
  }

  /** The run's current status, if the lease is still valid. */
  leasedStatus(lease: Lease): RunStatus | undefined {
    const row = this.#statements
      .prepare('SELECT status FROM runs WHERE id = ? AND worker_id = ? AND attempt = ?')
      .get(lease.run.id, lease.workerId, lease.attempt);
    // Only written by `insert` and `update`, from the run itself.
    return row && (String(row['status']) as RunStatus);
  }

  renewLease(lease: Lease, until: number): void {
    this.#statements
      .prepare('UPDATE runs SET lease_until = ? WHERE id = ? AND worker_id = ? AND attempt = ?')
      .run(until, lease.run.id, lease.workerId, lease.attempt);
  }

  release(lease: Lease): void {
    this.#statements
      .prepare(
        'UPDATE runs SET worker_id = NULL, lease_until = 0 WHERE id = ? AND worker_id = ? AND attempt = ?',
      )
      .run(lease.run.id, lease.workerId, lease.attempt);
  }
}

function whereScope({ owner, threadId }: Scope): {
  readonly sql: string;
  readonly values: readonly string[];
} {
  if (threadId === undefined) return { sql: 'owner = ?', values: [owner] };
  return { sql: 'owner = ? AND thread_id = ?', values: [owner, threadId] };
}

function toEvents({ first_seq: firstSeq, lines }: Row): StoredEvent[] {
  return readEventLines(String(lines), Number(firstSeq));
}

import type { RunStatus } from '@threadkit/core/api';
import { readEventLines } from '../event-lines.ts';
import { toLease, toRecord } from '../read-run-row.ts';
import { IS_ACTIVE, NEEDS_WORKER } from '../status-sql.ts';
import type { Lease, RunRecord, Scope, StoredEvent } from '../storage.ts';
import { parseBody, readEach, type UnreadableRowError } from '../unreadable-row.ts';
import type { Database, Query, Row } from './database.ts';

const RECORD =
  'run.id, run.owner, run.body, run.last_seq AS current_seq, run.dropped_seq, run.pending_usage, run.worker_id, run.attempt, run.recoveries, run.principal';
/** The largest number of runs whose events are dropped in one transaction. */
const DROP_BATCH = 500;
/** Numbers of events are of the type `integer`. */
const MAX_SEQ = 2 ** 31 - 1;

/** The statements on runs, their leases and events. */
export class PostgresRuns {
  readonly #database: Database;
  readonly #s: string;
  readonly #onUnreadable: (error: UnreadableRowError) => void;

  /** `schema` is quoted. */
  constructor(database: Database, schema: string, onUnreadable: (error: UnreadableRowError) => void) {
    this.#database = database;
    this.#s = schema;
    this.#onUnreadable = onUnreadable;
  }

  async record({ owner, threadId }: Scope, runId: string): Promise<RunRecord | undefined> {
    const [row] = await this.#database.run(
      `SELECT ${RECORD} FROM ${this.#s}.runs AS run
       WHERE run.id = $1 AND run.owner = $2 AND run.thread_id = coalesce($3, run.thread_id)`,
      [runId, owner, threadId ?? null],
    );
    return row && toRecord(row);
  }

  claim(workerId: string, leaseMs: number, limit: number): Promise<Lease[]> {
    return this.#lease(workerId, leaseMs, {
      // Runs that another server is claiming are left to it.
      pick: `SELECT id FROM ${this.#s}.runs WHERE ${NEEDS_WORKER} AND lease_until <= ${this.#s}.clock_ms()
        ORDER BY number LIMIT $3 FOR UPDATE SKIP LOCKED`,
      recoveries: `run.recoveries + (run.status = 'in_progress' AND run.worker_id IS NOT NULL)::integer`,
      limit,
    });
  }

  claimOverdue(workerId: string, leaseMs: number, limit: number): Promise<Lease[]> {
    return this.#lease(workerId, leaseMs, {
      pick: `SELECT id FROM ${this.#s}.runs WHERE ${IS_ACTIVE} AND expires_at * 1000 <= ${this.#s}.clock_ms()
        ORDER BY number LIMIT $3 FOR UPDATE SKIP LOCKED`,
      recoveries: 'run.recoveries',
      limit,
    });
  }

  async #lease(
    workerId: string,
    leaseMs: number,
    {
      pick,
      recoveries,
      limit,
    }: { readonly pick: string; readonly recoveries: string; readonly limit: number },
  ): Promise<Lease[]> {
    // Leases whose answer was lost expire.
    const rows = await this.#database.run(
      `WITH picked AS MATERIALIZED (${pick})
       UPDATE ${this.#s}.runs AS run SET worker_id = $1, lease_until = ${this.#s}.clock_ms() + $2,
         attempt = run.attempt + 1, recoveries = ${recoveries}
       FROM picked WHERE run.id = picked.id RETURNING ${RECORD}`,
      [workerId, leaseMs, limit],
    );
    const broken: string[] = [];
    const leases = readEach(rows, toLease, (error, row) => {
      broken.push(String(row['id']));
      this.#onUnreadable(error);
    });
    if (broken.length > 0) await this.#setAside(broken);
    return leases;
  }

  /** Nothing can execute an unreadable run, and it must not lock its thread. */
  async #setAside(runIds: readonly string[]): Promise<void> {
    await this.#database.run(
      `UPDATE ${this.#s}.runs SET status = 'unreadable', worker_id = NULL, lease_until = 0, expires_at = NULL
       WHERE id = ANY ($1)`,
      [runIds],
    );
  }

  async heartbeat(lease: Lease, leaseMs: number): Promise<RunStatus | undefined> {
    const [row] = await this.#database.run(
      `UPDATE ${this.#s}.runs SET lease_until = ${this.#s}.clock_ms() + $4
       WHERE id = $1 AND worker_id = $2 AND attempt = $3 RETURNING status`,
      [lease.run.id, lease.workerId, lease.attempt, leaseMs],
    );
    // Only written from the run itself.
    return row && (String(row['status']) as RunStatus);
  }

  async release(lease: Lease, { crashed = false } = {}): Promise<void> {
    await this.#database.run(
      `UPDATE ${this.#s}.runs SET lease_until = 0${crashed ? '' : ', worker_id = NULL'}
       WHERE id = $1 AND worker_id = $2 AND attempt = $3`,
      [lease.run.id, lease.workerId, lease.attempt],
    );
  }

  /** Rows with an event of the run `$1` after the number `$2`. The first is looked up, so that those before it are not read. */
  get #isAfter(): string {
    return `last_seq > $2 AND seq >= coalesce(
      (SELECT max(seq) FROM ${this.#s}.events WHERE run_id = $1 AND seq <= $2), 0)`;
  }

  async listEvents(
    { owner, threadId }: Scope,
    runId: string,
    after: number,
    limit: number,
  ): Promise<StoredEvent[]> {
    const rows = await this.#database.run(
      `SELECT seq, lines FROM ${this.#s}.events
       WHERE run_id = $1 AND ${this.#isAfter} AND EXISTS (
         SELECT 1 FROM ${this.#s}.runs WHERE id = $1 AND owner = $3 AND thread_id = coalesce($4, thread_id)
       )
       ORDER BY seq LIMIT $5`,
      // A caller may ask for events after any number.
      [runId, Math.min(after, MAX_SEQ), owner, threadId ?? null, limit],
    );
    return toEvents(rows)
      .filter(({ seq }) => seq > after)
      .slice(0, limit);
  }

  /** The readable events of one name after a number. */
  async eventsOf(runId: string, name: string, after: number): Promise<StoredEvent[]> {
    const rows = await this.#database.run(
      `SELECT seq, lines FROM ${this.#s}.events WHERE run_id = $1 AND ${this.#isAfter} ORDER BY seq`,
      [runId, after],
    );
    const events = toEvents(rows).filter(({ seq, event }) => seq > after && event === name);
    return readEach(
      events,
      (event) => {
        parseBody('events', `${runId} ${event.seq}`, event.json);
        return event;
      },
      this.#onUnreadable,
    );
  }

  async dropEvents(endedBefore: number): Promise<void> {
    for (;;) {
      const dropped = await this.#database.run(
        `WITH ended AS MATERIALIZED (
           SELECT id FROM ${this.#s}.runs WHERE ended_at < $1 AND ended_at IS NOT NULL AND dropped_seq = 0 AND last_seq > 0
           ORDER BY ended_at LIMIT $2 FOR UPDATE SKIP LOCKED
         ), dropped AS (DELETE FROM ${this.#s}.events USING ended WHERE events.run_id = ended.id)
         UPDATE ${this.#s}.runs AS run SET dropped_seq = run.last_seq FROM ended WHERE run.id = ended.id RETURNING run.id`,
        [endedBefore, DROP_BATCH],
      );
      if (dropped.length < DROP_BATCH) return;
    }
  }

  /** The numbers of the last events of these runs; a run that does not exist any more is missing. */
  async lastSeqs(runIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.#database.run(`SELECT id, last_seq FROM ${this.#s}.runs WHERE id = ANY ($1)`, [
      runIds,
    ]);
    return new Map(rows.map((row) => [String(row['id']), Number(row['last_seq'])]));
  }

  /** Under the lock of the thread, whose run cannot change meanwhile. */
  async activeRunId(query: Query, threadId: string): Promise<string | undefined> {
    const [row] = await query(`SELECT id FROM ${this.#s}.runs WHERE thread_id = $1 AND ${IS_ACTIVE}`, [
      threadId,
    ]);
    return row && String(row['id']);
  }
}

function toEvents(rows: readonly Row[]): StoredEvent[] {
  return rows.flatMap(({ seq, lines }) => readEventLines(String(lines), Number(seq)));
}

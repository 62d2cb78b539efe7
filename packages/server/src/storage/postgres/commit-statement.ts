import { isTerminal, type MessageObject, type RunStatus } from '@threadkit/core/api';
import { dropModelCallData } from '../drop-model-call-data.ts';
import { toEventLines } from '../event-lines.ts';
import { getThreadId } from '../idempotency-record.ts';
import { needsWorker } from '../needs-worker.ts';
import type { RunCommit, Scope, StepPrivate, StoredEvent } from '../storage.ts';
import { createValues, unnest } from './values.ts';

/** A commit of one run, and the state in which the run has to be for it. */
export interface ConditionalCommit {
  readonly runId: string;
  readonly commit: RunCommit;
  /** The events of the commit, without their numbers. */
  readonly events: readonly Pick<StoredEvent, 'event' | 'json'>[];
  readonly statuses: readonly RunStatus[];
  readonly lease?: { readonly workerId: string; readonly attempt: number };
  readonly scope?: Scope;
  readonly seq?: number | undefined;
}

/** A server's writes are numbered. The row of a server exists since it opened the storage. */
export interface Writer {
  readonly id: string;
  /** Of this statement; larger than those before. */
  readonly number: number;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * One statement for the commits of several runs, each run once. Commits whose run is not in the required state write nothing.
 * Returns the runs that were written, with the number of their last event before it (`before`), as JSON: `[[id, before], …]`.
 * The writer's row keeps the same, with the number of the statement. A statement that arrives after one with a higher number, or when
 * the row was deleted, writes nothing (`had_turn`).
 *
 * The condition is that of an UPDATE of the run's row, so that it holds for the row's newest version, and concurrent commits of a
 * run wait for each other. Everything else is written for the updated runs only.
 */
export function commitStatement(s: string, commits: readonly ConditionalCommit[], writer: Writer): Statement {
  const values = createValues();
  const writerId = values.add(writer.id);
  const number = values.add(writer.number);
  const parts = [
    `turn AS MATERIALIZED (SELECT 1 FROM ${s}.writers WHERE id = ${writerId} AND last_commit < ${number} FOR UPDATE)`,
    wanted(),
    written(),
  ];
  if (commits.some(({ events }) => events.length > 0)) parts.push(newEvents());
  const messages = rowsOf(commits, (commit) => commit.messages);
  if (messages.length > 0) parts.push(newRows('messages', messages));
  const steps = rowsOf(commits, (commit) => commit.steps);
  if (steps.length > 0) parts.push(newRows('steps', steps));
  parts.push(...newPrivates());
  if (commits.some(({ commit }) => commit.idempotencyRecord)) parts.push(newRecords());
  return {
    sql: `WITH ${parts.join(',\n')},
      result AS MATERIALIZED (SELECT coalesce(json_agg(json_build_array(id, before)), '[]')::text AS json FROM written),
      noted AS (
        UPDATE ${s}.writers SET last_commit = ${number}, written = result.json, committed_at = ${s}.clock_ms()
        FROM result WHERE id = ${writerId} AND EXISTS (SELECT 1 FROM turn)
      )
      SELECT json, EXISTS (SELECT 1 FROM turn) AS had_turn FROM result`,
    values: values.list,
  };

  function wanted(): string {
    const rows = unnest(
      values,
      {
        run_id: 'text',
        worker_id: 'text',
        attempt: 'integer',
        owner: 'text',
        thread_id: 'text',
        statuses: 'text',
        seq: 'integer',
        events: 'integer',
        lines: 'text',
        rows: 'integer',
        body: 'text',
        status: 'text',
        expires_at: 'bigint',
        ended_at: 'bigint',
        keeps_lease: 'boolean',
        sets_usage: 'boolean',
        usage: 'text',
      },
      commits.map(({ runId, commit, events, statuses, lease, scope, seq }) => ({
        run_id: runId,
        worker_id: lease?.workerId,
        attempt: lease?.attempt,
        owner: scope?.owner,
        thread_id: scope?.threadId,
        statuses: statuses.join(','),
        seq,
        events: events.length,
        lines: toEventLines(events),
        rows: (commit.messages?.length ?? 0) + (commit.steps?.length ?? 0),
        body: commit.run && JSON.stringify(commit.run),
        status: commit.run?.status,
        expires_at: commit.run?.expires_at,
        ended_at: commit.run && isTerminal(commit.run) ? commit.at : undefined,
        keeps_lease: !commit.run || needsWorker(commit.run.status),
        sets_usage: commit.pendingUsage !== undefined,
        usage: commit.pendingUsage && JSON.stringify(commit.pendingUsage),
      })),
    );
    return `wanted AS MATERIALIZED (SELECT * FROM ${rows})`;
  }

  function written(): string {
    return `written AS (
      UPDATE ${s}.runs AS run SET
        last_seq = run.last_seq + wanted.events,
        last_part = run.last_part + wanted.rows,
        body = coalesce(wanted.body, run.body),
        status = coalesce(wanted.status, run.status),
        expires_at = CASE WHEN wanted.body IS NULL THEN run.expires_at ELSE wanted.expires_at END,
        ended_at = CASE WHEN wanted.body IS NULL THEN run.ended_at
          WHEN wanted.ended_at IS NOT NULL THEN coalesce(run.ended_at, wanted.ended_at) END,
        pending_usage = CASE WHEN wanted.sets_usage THEN wanted.usage ELSE run.pending_usage END,
        worker_id = CASE WHEN wanted.keeps_lease THEN run.worker_id END,
        lease_until = CASE WHEN wanted.keeps_lease THEN run.lease_until ELSE 0 END,
        recoveries = CASE WHEN wanted.keeps_lease THEN run.recoveries ELSE 0 END
      FROM wanted
      WHERE EXISTS (SELECT 1 FROM turn) AND run.id = wanted.run_id
        AND run.status = ANY (string_to_array(wanted.statuses, ','))
        AND (wanted.worker_id IS NULL OR (run.worker_id = wanted.worker_id AND run.attempt = wanted.attempt))
        AND run.owner = coalesce(wanted.owner, run.owner)
        AND run.thread_id = coalesce(wanted.thread_id, run.thread_id)
        AND run.last_seq = coalesce(wanted.seq, run.last_seq)
      RETURNING run.id, run.owner, run.thread_id, run.position, run.last_seq, run.last_seq - wanted.events AS before,
        run.last_part - wanted.rows AS part, wanted.lines, wanted.ended_at
    )`;
  }

  function newEvents(): string {
    return `new_events AS (
      INSERT INTO ${s}.events (run_id, seq, last_seq, lines)
      SELECT id, before + 1, last_seq, lines FROM written WHERE last_seq > before
    )`;
  }

  function newRows(table: 'messages' | 'steps', rows: readonly NewRow[]): string {
    const given = unnest(
      values,
      {
        commit_of: 'text',
        id: 'text',
        run_id: 'text',
        part: 'integer',
        created_at: 'bigint',
        body: 'text',
      },
      rows,
    );
    return `new_${table} AS (
      INSERT INTO ${s}.${table} (id, owner, thread_id, run_id, position, part, seq, created_at, body)
      SELECT given.id, written.owner, written.thread_id, given.run_id, written.position, written.part + given.part,
        written.last_seq, given.created_at, given.body
      FROM ${given} JOIN written ON written.id = given.commit_of
      ON CONFLICT (id) DO UPDATE SET body = excluded.body, seq = excluded.seq
    )`;
  }

  /** Of a run that ends with the commit, without the data of its model calls. */
  function newPrivates(): string[] {
    const rows = commits.flatMap(({ runId, commit }) => {
      const hasEnded = commit.run !== undefined && isTerminal(commit.run);
      return (commit.privates ?? []).flatMap((stepPrivate) => {
        const kept = hasEnded ? dropModelCallData(stepPrivate) : stepPrivate;
        return kept ? [toPrivateRow(runId, kept)] : [];
      });
    });
    const puts: string[] = [];
    if (rows.length > 0) {
      const given = unnest(values, PRIVATE_COLUMNS, rows);
      puts.push(`new_privates AS (
        INSERT INTO ${s}.step_privates (step_id, run_id, engine, model, model_call, calls, executions)
        SELECT given.step_id, given.run_id, given.engine, given.model, given.model_call, given.calls,
          given.executions
        FROM ${given} JOIN written ON written.id = given.run_id
        ON CONFLICT (step_id) DO UPDATE SET engine = excluded.engine, model = excluded.model,
          model_call = excluded.model_call, calls = excluded.calls, executions = excluded.executions
      )`);
    }
    const isEnding = commits.some(({ commit }) => commit.run && isTerminal(commit.run));
    if (!isEnding) return puts;
    // A row that the statement above writes must not be written twice.
    const others = `run_id IN (SELECT id FROM written WHERE ended_at IS NOT NULL)
      AND step_id <> ALL (${values.add(rows.map(({ step_id: id }) => id))}::text[])`;
    return [
      ...puts,
      `dropped_privates AS (DELETE FROM ${s}.step_privates WHERE ${others} AND calls IS NULL)`,
      `ended_privates AS (UPDATE ${s}.step_privates SET model_call = NULL, executions = NULL WHERE ${others} AND calls IS NOT NULL)`,
    ];
  }

  function newRecords(): string {
    const rows = commits.flatMap(({ runId, commit: { idempotencyRecord: record } }) =>
      record
        ? [
            {
              run_id: runId,
              key: record.key,
              thread_id: getThreadId(record),
              created_at: record.at,
              body: JSON.stringify(record),
            },
          ]
        : [],
    );
    const given = unnest(
      values,
      { run_id: 'text', key: 'text', thread_id: 'text', created_at: 'bigint', body: 'text' },
      rows,
    );
    return `new_records AS (
      INSERT INTO ${s}.idempotency_records (owner, key, thread_id, created_at, body)
      SELECT written.owner, given.key, given.thread_id, given.created_at, given.body
      FROM ${given} JOIN written ON written.id = given.run_id
    )`;
  }
}

interface NewRow {
  readonly commit_of: string;
  readonly id: string;
  readonly run_id: string | null;
  /** Place among the rows of the commit, from 1. */
  readonly part: number;
  readonly created_at: number;
  readonly body: string;
}

/** The messages or steps of the commits. Steps come after the messages of their commit. */
function rowsOf(
  commits: readonly ConditionalCommit[],
  select: (
    commit: RunCommit,
  ) => readonly (Pick<MessageObject, 'id' | 'created_at'> & { run_id: string | null })[] | undefined,
): NewRow[] {
  return commits.flatMap(({ runId, commit }) =>
    (select(commit) ?? []).map((object, index) => ({
      commit_of: runId,
      id: object.id,
      run_id: object.run_id,
      part: index + 1,
      created_at: object.created_at,
      body: JSON.stringify(object),
    })),
  );
}

const PRIVATE_COLUMNS = {
  run_id: 'text',
  step_id: 'text',
  engine: 'text',
  model: 'text',
  model_call: 'text',
  calls: 'text',
  executions: 'text',
} as const;

/** The columns of `step_privates`. */
export function toPrivateRow(runId: string, { stepId, engine, model, turn, calls, executions }: StepPrivate) {
  return {
    run_id: runId,
    step_id: stepId,
    engine,
    // Callers choose it, so it may have characters that only JSON can escape.
    model: JSON.stringify(model),
    model_call: turn && JSON.stringify(turn),
    calls: calls && JSON.stringify(calls),
    executions: executions && JSON.stringify(executions),
  };
}

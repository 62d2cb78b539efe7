import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { dropModelCallData } from '../drop-model-call-data.ts';
import type { Scope, StepPrivate } from '../storage.ts';
import { Statements } from './statements.ts';

/** The statements on engines' private data. Transactions are opened by the callers. */
export class SqlitePrivates {
  readonly #statements: Statements;

  constructor(database: DatabaseSync) {
    this.#statements = new Statements(() => database);
  }

  find({ owner, threadId, runId }: Scope, stepIds: readonly string[]): StepPrivate[] {
    if (stepIds.length === 0) return [];
    return this.#statements
      .prepare(
        `SELECT private FROM steps
         WHERE id IN (SELECT value FROM json_each(?)) AND owner = ? AND private IS NOT NULL
           AND thread_id = coalesce(?, thread_id) AND run_id = coalesce(?, run_id)
         ORDER BY position`,
      )
      .all(JSON.stringify(stepIds), owner, threadId ?? null, runId ?? null)
      .map(parse);
  }

  /** Requires the step's row, which stores it. */
  put(stepPrivate: StepPrivate): void {
    this.#write(stepPrivate.stepId, stepPrivate);
  }

  endRun(runId: string): void {
    const rows = this.#statements
      .prepare('SELECT private FROM steps WHERE run_id = ? AND private IS NOT NULL')
      .all(runId);
    for (const stepPrivate of rows.map(parse)) {
      if (stepPrivate.turn === undefined && stepPrivate.executions === undefined) continue;
      this.#write(stepPrivate.stepId, dropModelCallData(stepPrivate));
    }
  }

  #write(stepId: string, stepPrivate: StepPrivate | undefined): void {
    this.#statements
      .prepare('UPDATE steps SET private = ? WHERE id = ?')
      .run(stepPrivate === undefined ? null : JSON.stringify(stepPrivate), stepId);
  }
}

function parse(row: Record<string, SQLOutputValue>): StepPrivate {
  // Only written by `put`.
  return JSON.parse(String(row['private'])) as StepPrivate;
}

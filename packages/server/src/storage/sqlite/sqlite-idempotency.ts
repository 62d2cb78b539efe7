import type { DatabaseSync } from 'node:sqlite';
import { getThreadId, IdempotencyConflictError, type IdempotencyRecord } from '../idempotency-record.ts';
import { Statements } from './statements.ts';

/** The statements on idempotency records. Transactions are opened by the callers. */
export class SqliteIdempotency {
  readonly #statements: Statements;

  constructor(database: DatabaseSync) {
    this.#statements = new Statements(() => database);
  }

  find(owner: string, key: string): IdempotencyRecord | undefined {
    const row = this.#statements
      .prepare('SELECT body FROM answers WHERE owner = ? AND key = ?')
      .get(owner, key);
    // Only written by `put`.
    return row && (JSON.parse(String(row['body'])) as IdempotencyRecord);
  }

  /** Must come first: a repeated request must not fail on the thread lock that the original request acquired. */
  refuseTaken(owner: string, record: IdempotencyRecord | undefined): void {
    if (record && this.find(owner, record.key)) throw new IdempotencyConflictError();
  }

  /** Must come last: the thread has to exist. */
  put(owner: string, record: IdempotencyRecord | undefined): void {
    if (!record) return;
    this.#statements
      .prepare('INSERT INTO answers (owner, key, thread_id, created_at, body) VALUES (?, ?, ?, ?, ?)')
      .run(owner, record.key, getThreadId(record) ?? null, record.at, JSON.stringify(record));
  }

  dropBefore(at: number): void {
    this.#statements.prepare('DELETE FROM answers WHERE created_at < ?').run(at);
  }
}

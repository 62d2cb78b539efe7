import type { DatabaseSync } from 'node:sqlite';
import { IdempotencyConflict, type IdempotencyRecord, threadOf } from '../idempotency-record.ts';
import { Statements } from './statements.ts';

/** The statements about answers under a key. None opens a transaction: their callers do. */
export class SqliteIdempotency {
  readonly #statements: Statements;

  constructor(database: DatabaseSync) {
    this.#statements = new Statements(database);
  }

  find(owner: string, key: string): IdempotencyRecord | undefined {
    const row = this.#statements
      .prepare('SELECT body FROM answers WHERE owner = ? AND key = ?')
      .get(owner, key);
    // Written by `put`, and by nothing else.
    return row && (JSON.parse(String(row['body'])) as IdempotencyRecord);
  }

  /** First thing in an act: a repeated request must not meet the lock that its first one made. */
  refuseTaken(owner: string, answer: IdempotencyRecord | undefined): void {
    if (answer && this.find(owner, answer.key)) throw new IdempotencyConflict();
  }

  /** Last thing in an act: the thread has to be there. */
  put(owner: string, answer: IdempotencyRecord | undefined): void {
    if (!answer) return;
    this.#statements
      .prepare('INSERT INTO answers (owner, key, thread_id, created_at, body) VALUES (?, ?, ?, ?, ?)')
      .run(owner, answer.key, threadOf(answer) ?? null, answer.at, JSON.stringify(answer));
  }

  dropBefore(at: number): void {
    this.#statements.prepare('DELETE FROM answers WHERE created_at < ?').run(at);
  }
}

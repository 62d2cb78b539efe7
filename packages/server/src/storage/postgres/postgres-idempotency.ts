import { IdempotencyConflictError, type IdempotencyRecord } from '../idempotency-record.ts';
import type { Database, Query } from './database.ts';
import { violatedConstraint } from './database-error.ts';

/** The statements on idempotency records, but for those inserts that are parts of larger ones. */
export class PostgresIdempotency {
  readonly #database: Database;
  readonly #table: string;

  /** `schema` is quoted. */
  constructor(database: Database, schema: string) {
    this.#database = database;
    this.#table = `${schema}.idempotency_records`;
  }

  async find(owner: string, key: string): Promise<IdempotencyRecord | undefined> {
    const [row] = await this.#database.run(`SELECT body FROM ${this.#table} WHERE owner = $1 AND key = $2`, [
      owner,
      key,
    ]);
    // Only written from records.
    return row && (JSON.parse(String(row['body'])) as IdempotencyRecord);
  }

  /** Must come first: a repeated request must not fail on a lock or quota that the original request has taken. */
  async refuseTaken(query: Query, owner: string, record: IdempotencyRecord | undefined): Promise<void> {
    if (!record) return;
    const rows = await query(`SELECT 1 FROM ${this.#table} WHERE owner = $1 AND key = $2`, [
      owner,
      record.key,
    ]);
    if (rows.length > 0) throw new IdempotencyConflictError();
  }

  /** In the transaction of the request. Of an object that belongs to no thread. */
  async insert(query: Query, owner: string, record: IdempotencyRecord): Promise<void> {
    await query(`INSERT INTO ${this.#table} (owner, key, created_at, body) VALUES ($1, $2, $3, $4)`, [
      owner,
      record.key,
      record.at,
      JSON.stringify(record),
    ]);
  }

  async dropBefore(at: number): Promise<void> {
    await this.#database.run(`DELETE FROM ${this.#table} WHERE created_at < $1`, [at]);
  }
}

/** Of concurrent writes with one key, the first wins; the others violate its constraint. */
export async function refusingTakenKeys<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (violatedConstraint(error) === 'idempotency_records_pkey') throw new IdempotencyConflictError();
    throw error;
  }
}

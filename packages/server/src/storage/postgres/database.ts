import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { errorCode, explainDatabaseError, isConnectionLost, isTransient } from './database-error.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1000;

export interface DatabaseOptions {
  /** For messages; without credentials. */
  readonly name: string;
  readonly retryForMs: number;
  /** Whether statements may be prepared on their connection. */
  readonly prepare: boolean;
}

/** Executes statements on the connections of a pool, again when a connection is lost or the database restarts. */
export class Database {
  readonly #pool: Pool;
  readonly #options: DatabaseOptions;
  readonly #names = new Map<string, string>();
  readonly #closing = new AbortController();

  constructor(pool: Pool, options: DatabaseOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Executes one statement that may be repeated without harm. */
  run: Query = (sql, values) => this.retry((query) => query(sql, values));

  /**
   * Executes `act` in a transaction. When the connection is lost, `act` is executed again on another, unless the
   * transaction was committed: `wasCommitted` looks this up. Without `wasCommitted`, `act` may be repeated without harm.
   */
  transact<T>(
    act: (query: Query) => Promise<T>,
    wasCommitted?: (query: Query) => Promise<boolean>,
  ): Promise<T> {
    let unknown: { readonly result: T; readonly transactionId: string } | undefined;
    return this.retry(async () => {
      if (unknown && wasCommitted) {
        await this.#untilFinished(unknown.transactionId);
        if (await wasCommitted((sql, values) => this.run(sql, values))) return unknown.result;
        unknown = undefined;
      }
      const client = await this.#pool.connect();
      let broken: Error | undefined;
      try {
        const transactionId = await begin(client);
        const result = await act(async (sql, values = []) =>
          toRows(await client.query(this.#prepared(sql, values))),
        );
        unknown = { result, transactionId };
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // A transaction whose COMMIT was not sent or was refused is not committed.
        if (!isConnectionLost(error)) {
          unknown = undefined;
          await client.query('ROLLBACK').catch((lost: Error) => {
            broken = lost;
          });
        } else {
          broken = error as Error;
        }
        throw error;
      } finally {
        client.release(broken);
      }
    });
  }

  /** Ends waits for a database that is away. Statements that are being executed end first. */
  close(): void {
    this.#closing.abort();
  }

  /** A transaction whose connection is lost may still be committing. */
  async #untilFinished(transactionId: string): Promise<void> {
    for (;;) {
      const [row] = await this.run('SELECT pg_xact_status($1::xid8) AS status', [transactionId]).catch(
        (error: unknown) => {
          // The id was not used: the database crashed before it stored anything of the transaction.
          if (errorCode(error) === '22023') return [];
          throw error;
        },
      );
      if (row?.['status'] !== 'in progress') return;
      await sleep(FIRST_RETRY_MS, undefined, { signal: this.#closing.signal });
    }
  }

  /**
   * Calls `attempt` until it succeeds, fails for a reason that stays, or the time is over. After a lost connection, its last statement may
   * have been executed, or may still be.
   */
  async retry<T>(attempt: (query: Query) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(2 * delayMs, LONGEST_RETRY_MS)) {
      try {
        return await attempt(this.#execute);
      } catch (error) {
        const isOver = performance.now() - startedAt + delayMs > this.#options.retryForMs;
        if (!isTransient(error) || isOver || this.#closing.signal.aborted) {
          throw explainDatabaseError(error, this.#options.name);
        }
        await sleep(delayMs, undefined, { signal: this.#closing.signal }).catch(() => {});
      }
    }
  }

  #execute: Query = async (sql, values = []) => toRows(await this.#pool.query(this.#prepared(sql, values)));

  #prepared(sql: string, values: readonly unknown[]) {
    const text = { text: sql, values: values.map(toStorable) };
    if (!this.#options.prepare) return text;
    // The pool may be shared, so equal names must mean equal statements.
    const name =
      this.#names.get(sql) ?? `threadkit_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    this.#names.set(sql, name);
    return { ...text, name };
  }
}

/** Begins a transaction and returns its id. */
async function begin(client: PoolClient): Promise<string> {
  // The statements rely on each seeing what was committed before it, whatever the default of the database is.
  const results: unknown = await client.query(
    'BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_current_xact_id()::text AS id',
  );
  const [, { rows }] = results as [QueryResult, QueryResult<{ id: string }>];
  return rows[0]?.id ?? '';
}

/**
 * PostgreSQL's text has no U+0000. JSON text escapes it, and no stored id or key contains one, so one that a caller sends only has to
 * stay unknown.
 */
function toStorable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(toStorable) : value;
}

function toRows(result: QueryResult): readonly Row[] {
  return result.rows as Row[];
}

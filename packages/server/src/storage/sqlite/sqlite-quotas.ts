import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Owners, type QuotaCheck, QuotaExceededError, type Quotas } from '../quota.ts';
import { IS_ACTIVE } from '../status-sql.ts';
import { Statements } from './statements.ts';

/**
 * Counts rows by index, as far as a quota goes. Transactions are opened by the callers. Refusals are returned: an error would make the
 * whole group of writes be executed again.
 */
export class SqliteQuotas {
  readonly #statements: Statements;

  constructor(database: () => DatabaseSync) {
    this.#statements = new Statements(database);
  }

  /** The refusal by the first quota that does not allow what is added. */
  findExceeded(checks: readonly QuotaCheck[]): QuotaExceededError | undefined {
    const exceeded = checks.find((check) => this.#stored(check) + check.added > check.max);
    return exceeded && new QuotaExceededError(exceeded);
  }

  /** The refusal of more messages and runs in a thread. */
  findFullThread(
    quotas: Quotas | undefined,
    threadId: string,
    added: number,
  ): QuotaExceededError | undefined {
    const max = quotas?.threadItems;
    if (max === undefined) return undefined;
    const stored =
      this.#count('messages WHERE thread_id = ?', [threadId], max) +
      this.#count('runs WHERE thread_id = ?', [threadId], max);
    return stored + added > max
      ? new QuotaExceededError({ kind: 'threadItems', of: 'thread', max })
      : undefined;
  }

  #stored({ kind, owners, max }: QuotaCheck): number {
    const { sql, values } = whereOwners(owners);
    switch (kind) {
      case 'activeRuns':
        return this.#count(`runs WHERE ${sql} AND ${IS_ACTIVE}`, values, max);
      case 'threads':
        return this.#count(`threads WHERE ${sql}`, values, max);
      case 'files':
        return this.#count(`files WHERE ${sql}`, values, max);
      case 'fileBytes':
        return this.#sum('bytes', `files WHERE ${sql}`, values);
      case 'vectorStores':
        return this.#count(`vector_stores WHERE ${sql}`, values, max);
      case 'vectorStoreBytes':
        return this.#sum('usage_bytes', `vector_stores WHERE ${sql} AND has_expired = 0`, values);
    }
  }

  #sum(column: string, rows: string, values: readonly SQLInputValue[]): number {
    const row = this.#statements
      .prepare(`SELECT coalesce(sum(${column}), 0) AS sum FROM ${rows}`)
      .get(...values);
    return Number(row?.['sum']);
  }

  #count(rows: string, values: readonly SQLInputValue[], max: number): number {
    const row = this.#statements
      .prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM ${rows} LIMIT ?)`)
      .get(...values, max);
    return Number(row?.['count']);
  }
}

/** The outcome of a write, unless it was refused. */
export function acceptedOutcome<T>(outcome: T | QuotaExceededError): T {
  if (outcome instanceof QuotaExceededError) throw outcome;
  return outcome;
}

function whereOwners(owners: Owners): { readonly sql: string; readonly values: readonly string[] } {
  if ('owner' in owners) return { sql: 'owner = ?', values: [owners.owner] };
  return { sql: 'owner >= ? AND owner < ?', values: [owners.from, owners.to] };
}

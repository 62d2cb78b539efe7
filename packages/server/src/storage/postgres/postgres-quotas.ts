import {
  type Owners,
  type QuotaCheck,
  QuotaExceededError,
  type Quotas,
  refuseThreadItems,
} from '../quota.ts';
import { IS_ACTIVE } from '../status-sql.ts';
import type { Query } from './database.ts';
import { createValues, type Values } from './values.ts';

/**
 * Locks the owners and the tenant of the checks until the transaction ends: concurrent writes must count each other. `s` is
 * the quoted name of the schema.
 */
export async function lockQuotas(query: Query, s: string, checks: readonly QuotaCheck[]): Promise<void> {
  // In one order, whatever is checked: otherwise two transactions could deadlock.
  const names = new Set<string>();
  for (const { owners } of checks.toReversed()) names.add('owner' in owners ? owners.owner : owners.from);
  if (names.size === 0) return;
  const values = createValues();
  const locks = [...names].map(
    (name) => `pg_advisory_xact_lock(hashtextextended(${values.add(`${s} ${name}`)}, 0))`,
  );
  await query(`SELECT ${locks.join(', ')}`, values.list);
}

/** Throws the first quota that does not allow what is added. Counts by index, as far as the quota goes. */
export async function refuseExceeded(query: Query, s: string, checks: readonly QuotaCheck[]): Promise<void> {
  if (checks.length === 0) return;
  const values = createValues();
  const sums = checks.map((check, index) => `(${sumOf(check, s, values)}) AS stored_${index}`);
  const [row] = await query(`SELECT ${sums.join(', ')}`, values.list);
  for (const [index, check] of checks.entries()) {
    if (Number(row?.[`stored_${index}`]) + check.added > check.max) throw new QuotaExceededError(check);
  }
}

/** As `refuseThreadItems`, with what the thread has. Under the lock of the thread. */
export async function refuseItemsOf(
  query: Query,
  s: string,
  quotas: Quotas | undefined,
  threadId: string,
  added: number,
): Promise<void> {
  const max = quotas?.threadItems;
  if (max === undefined) return;
  const values = createValues();
  const [of, limit] = [values.add(threadId), values.add(max)];
  const count = (table: string) => `(${countOf(`${s}.${table} WHERE thread_id = ${of}`, limit)})`;
  const [row] = await query(`SELECT ${count('messages')} + ${count('runs')} AS stored`, values.list);
  refuseThreadItems(quotas, Number(row?.['stored']), added);
}

function sumOf({ kind, owners, max }: QuotaCheck, s: string, values: Values): string {
  const within = whereOwners(owners, values);
  switch (kind) {
    case 'activeRuns':
      return countOf(`${s}.runs WHERE ${within} AND ${IS_ACTIVE}`, values.add(max));
    case 'threads':
      return countOf(`${s}.threads WHERE ${within}`, values.add(max));
    case 'files':
      return countOf(`${s}.files WHERE ${within}`, values.add(max));
    case 'fileBytes':
      return `SELECT coalesce(sum(bytes), 0) FROM ${s}.files WHERE ${within}`;
    case 'vectorStores':
      return countOf(`${s}.vector_stores WHERE ${within}`, values.add(max));
    case 'vectorStoreBytes':
      return `SELECT coalesce(sum(usage_bytes), 0) FROM ${s}.vector_store_files WHERE ${within}`;
  }
}

function countOf(rows: string, limit: string): string {
  return `SELECT count(*) FROM (SELECT FROM ${rows} LIMIT ${limit}) AS counted`;
}

/** The columns have the collation "C", so that all texts with a prefix are a range. */
function whereOwners(owners: Owners, values: Values): string {
  if ('owner' in owners) return `owner = ${values.add(owners.owner)}`;
  return `owner >= ${values.add(owners.from)} AND owner < ${values.add(owners.to)}`;
}

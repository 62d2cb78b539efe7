import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { type ListPage, type ListParams, listPage } from '@threadkit/core/api';
import { pageShape } from '../page.ts';
import { readEach, type UnreadableRowError } from '../unreadable-row.ts';
import type { Statements } from './statements.ts';

/** A part of a WHERE clause. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** The rows of a list. Names come from code; values are always bound. */
export interface PageSource<R> {
  readonly table: string;
  /** The column that cursors name. */
  readonly id: string;
  readonly columns: string;
  readonly order: readonly string[];
  /** The rows of the list. A cursor must name one of them. */
  readonly visible: Condition;
  /** Limits the page to the rows that meet all of them; the row of a cursor need not. */
  readonly filters: readonly Condition[];
  readonly read: (row: Record<string, SQLOutputValue>) => R;
  /** Called with each row that is left out. */
  readonly onUnreadable: (error: UnreadableRowError) => void;
}

/** One page of a list. Undefined when a cursor names none of its rows. */
export function readPage<R extends { readonly id: string }>(
  statements: Statements,
  source: PageSource<R>,
  query: ListParams,
): ListPage<R> | undefined {
  const { table, id, columns, order: by, visible, filters, read, onUnreadable } = source;
  const { limit, order } = pageShape(query);
  const bounds: Condition[] = [];
  for (const key of ['after', 'before'] as const) {
    const cursor = query[key];
    if (cursor === undefined) continue;
    const at = statements
      .prepare(`SELECT ${by.join(', ')} FROM ${table} WHERE ${id} = ? AND ${visible.sql}`)
      .get(cursor, ...visible.values);
    if (!at) return undefined;
    const above = (key === 'after') === (order === 'asc');
    bounds.push({
      sql: `(${by.join(', ')}) ${above ? '>' : '<'} (${by.map(() => '?').join(', ')})`,
      values: by.map((column) => at[column] ?? 0),
    });
  }
  // A page before a cursor is read backwards from it, then reversed.
  const backwards = query.before !== undefined && query.after === undefined;
  const direction = (order === 'asc') === backwards ? 'DESC' : 'ASC';
  const conditions = [visible, ...filters, ...bounds];
  const rows = statements
    .prepare(
      `SELECT ${columns} FROM ${table} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
       ORDER BY ${by.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    )
    .all(...conditions.flatMap(({ values }) => values), limit + 1);
  const objects = readEach(rows.slice(0, limit), read, onUnreadable);
  // An empty page would have no cursor for the rows after it.
  const last = objects.length === 0 && rows.length > limit ? rows[limit - 1] : undefined;
  if (last) {
    return readPage(statements, source, { ...query, [backwards ? 'before' : 'after']: String(last[id]) });
  }
  return listPage(backwards ? objects.toReversed() : objects, rows.length > limit);
}

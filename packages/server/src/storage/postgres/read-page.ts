import { type ListPage, type ListParams, listPage } from '@threadkit/core/api';
import { pageShape } from '../page.ts';
import { readEach, type UnreadableRowError } from '../unreadable-row.ts';
import type { Database, Row } from './database.ts';
import { createValues, type Values } from './values.ts';

/** The rows of a list. Names of tables and columns come from the code; values are always bound. */
export interface PageSource<R> {
  readonly from: string;
  /** The column that cursors name. */
  readonly id: string;
  readonly columns: string;
  /** Columns with integers. */
  readonly order: readonly string[];
  /** The condition of the rows of the list. A cursor must name one of them. */
  readonly within: (values: Values) => string;
  /** Limits the page to the rows with these values in these columns; the row of a cursor need not have them. */
  readonly filters: Readonly<Record<string, string>>;
  readonly read: (row: Row) => R;
  /** Called with each row that is left out. */
  readonly onUnreadable: (error: UnreadableRowError) => void;
}

/** One page of a list. Undefined when a cursor names none of its rows. */
export async function readPage<R extends { readonly id: string }>(
  database: Database,
  source: PageSource<R>,
  query: ListParams,
): Promise<ListPage<R> | undefined> {
  const { from, id, columns, order: by, within, filters, read, onUnreadable } = source;
  const { limit, order } = pageShape(query);
  const values = createValues();
  const conditions = [
    within(values),
    ...Object.entries(filters).map(([column, value]) => `${column} = ${values.add(value)}`),
  ];
  for (const key of ['after', 'before'] as const) {
    const cursor = query[key];
    if (cursor === undefined) continue;
    const at = await findPlace(database, source, cursor);
    if (!at) return undefined;
    const above = (key === 'after') === (order === 'asc');
    const bounds = by.map((column) => `${values.add(at[column])}::bigint`);
    conditions.push(`(${by.join(', ')}) ${above ? '>' : '<'} (${bounds.join(', ')})`);
  }
  // A page before a cursor is read backwards from it, then reversed.
  const backwards = query.before !== undefined && query.after === undefined;
  const direction = (order === 'asc') === backwards ? 'DESC' : 'ASC';
  const rows = await database.run(
    `SELECT ${columns} FROM ${from} WHERE ${conditions.join(' AND ')}
     ORDER BY ${by.map((column) => `${column} ${direction}`).join(', ')} LIMIT ${values.add(limit + 1)}`,
    values.list,
  );
  const objects = readEach(rows.slice(0, limit), read, onUnreadable);
  // An empty page would have no cursor for the rows after it.
  const last = objects.length === 0 && rows.length > limit ? rows[limit - 1] : undefined;
  if (last) {
    return readPage(database, source, { ...query, [backwards ? 'before' : 'after']: String(last[id]) });
  }
  return listPage(backwards ? objects.toReversed() : objects, rows.length > limit);
}

async function findPlace<R>(
  database: Database,
  { from, id, order, within }: PageSource<R>,
  cursor: string,
): Promise<Row | undefined> {
  const values = createValues();
  const [row] = await database.run(
    `SELECT ${order.join(', ')} FROM ${from} WHERE ${id} = ${values.add(cursor)} AND ${within(values)}`,
    values.list,
  );
  return row;
}

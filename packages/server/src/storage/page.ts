import { type ListPage, type ListParams, listPage } from '@threadkit/core/api';

const DEFAULT_LIMIT = 20;

/** The requested order and page size, with the contract's defaults. */
export function pageShape(query: ListParams): { limit: number; order: 'asc' | 'desc' } {
  return { limit: query.limit ?? DEFAULT_LIMIT, order: query.order ?? 'desc' };
}

/**
 * Selects a page from all rows. `ascending` is oldest first. With only `before`, the page has the items nearest
 * to the cursor, in the requested order. Returns undefined when a cursor is not in the list.
 */
export function cutPage<R extends { id: string }>(
  ascending: readonly R[],
  query: ListParams,
): ListPage<R> | undefined {
  const { limit, order } = pageShape(query);
  const rows = order === 'asc' ? ascending : ascending.toReversed();
  let start = 0;
  let end = rows.length;
  if (query.after !== undefined) {
    const at = rows.findIndex((row) => row.id === query.after);
    if (at === -1) return undefined;
    start = at + 1;
  }
  if (query.before !== undefined) {
    const at = rows.findIndex((row) => row.id === query.before);
    if (at === -1) return undefined;
    end = Math.max(start, at);
  }
  const backwards = query.before !== undefined && query.after === undefined;
  if (backwards) {
    const from = Math.max(start, end - limit);
    return listPage(rows.slice(from, end), from > start);
  }
  const to = Math.min(end, start + limit);
  return listPage(rows.slice(start, to), to < end);
}

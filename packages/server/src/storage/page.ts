import type { ListParams } from '@threadkit/core/api';

const DEFAULT_LIMIT = 20;

/** The requested order and page size, with the contract's defaults. */
export function pageShape(query: ListParams): { limit: number; order: 'asc' | 'desc' } {
  return { limit: query.limit ?? DEFAULT_LIMIT, order: query.order ?? 'desc' };
}

/**
 * The rows of a page. `ascending` is oldest first and not copied: the work is that of the page, however long the list is. With only `before`,
 * the page has the rows nearest to the cursor, in the requested order. `indexOf` finds the row of a cursor. Undefined when it is not in the
 * list.
 */
export function cutPage<R>(
  ascending: readonly R[],
  query: ListParams,
  indexOf: (id: string) => number | undefined,
): { readonly rows: readonly R[]; readonly hasMore: boolean } | undefined {
  const { limit, order } = pageShape(query);
  const count = ascending.length;
  /** Between places in the requested order and indexes; its own inverse. */
  const place = (index: number) => (order === 'asc' ? index : count - 1 - index);
  let start = 0;
  let end = count;
  if (query.after !== undefined) {
    const at = indexOf(query.after);
    if (at === undefined) return undefined;
    start = place(at) + 1;
  }
  if (query.before !== undefined) {
    const at = indexOf(query.before);
    if (at === undefined) return undefined;
    end = Math.max(start, place(at));
  }
  const backwards = query.before !== undefined && query.after === undefined;
  const from = backwards ? Math.max(start, end - limit) : start;
  const to = backwards ? end : Math.min(end, start + limit);
  const rows =
    order === 'asc' ? ascending.slice(from, to) : ascending.slice(count - to, count - from).toReversed();
  return { rows, hasMore: backwards ? from > start : to < end };
}

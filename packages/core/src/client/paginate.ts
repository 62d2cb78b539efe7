import type { ListPage } from '../api/index.ts';

/**
 * Reads a list page by page, each item once. Ends also where a backend goes round in circles: a page that brings nothing
 * new is the last one.
 *
 * @param list Reads the page behind a cursor; the first one without.
 */
export async function* paginate<T extends { readonly id: string }>(
  list: (after: string | undefined) => Promise<ListPage<T>>,
): AsyncGenerator<T, void> {
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { data, has_more: hasMore } = await list(after);
    const before = seen.size;
    for (const item of data) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      yield item;
    }
    after = data.at(-1)?.id;
    if (!hasMore || seen.size === before) return;
  }
}

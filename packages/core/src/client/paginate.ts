import type { ListPage } from '../api/index.ts';

/**
 * Reads a list page by page, each item once. A page without new items is the last one, so that a backend that repeats pages
 * causes no endless loop. Rejects when a request does.
 *
 * @param list - Reads the page after a cursor; without a cursor the first page.
 * @example
 * ```ts
 * const messages = paginate((after) => client.listMessages(threadId, { limit: 100, order: 'asc', after }));
 * for await (const message of messages) console.log(message.id);
 * ```
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

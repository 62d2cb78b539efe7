import type { InfiniteData } from '@tanstack/react-query';
import type { ListPage } from '@threadkit/core';
import { listPage } from '@threadkit/core/internal';

export type PagesBy<T, P> = InfiniteData<ListPage<T>, P>;
export type Pages<T> = PagesBy<T, string | undefined>;

/** The pages of a list that is known to be empty, so it needs no request. */
export function emptyPages<T>(): Pages<T> {
  return { pages: [listPage([], false)], pageParams: [undefined] };
}

/**
 * Replaces the items with the same id, and adds the others to the start of the first page. `items` are oldest first,
 * pages newest first. Returns the same pages when nothing changed.
 */
export function upsertIntoPages<T extends { id: string }>(data: Pages<T>, items: readonly T[]): Pages<T> {
  const fresh = new Map(items.map((item) => [item.id, item]));
  let changed = false;
  const pages = data.pages.map((page) => {
    if (!page.data.some(({ id }) => fresh.has(id))) return page;
    changed = true;
    return {
      ...page,
      data: page.data.map((item) => {
        const replacement = fresh.get(item.id);
        fresh.delete(item.id);
        return replacement ?? item;
      }),
    };
  });
  const [head, ...older] = pages;
  if (!head || fresh.size === 0) return changed ? { ...data, pages } : data;
  const newest = listPage([...[...fresh.values()].toReversed(), ...head.data], head.has_more);
  return { ...data, pages: [newest, ...older] };
}

/** Replaces the item with the same id. Pages without it keep their reference. */
export function replaceInPages<T extends { id: string }, P>(
  data: PagesBy<T, P>,
  item: NoInfer<T>,
): PagesBy<T, P> {
  const pages = data.pages.map((page) =>
    page.data.some(({ id }) => id === item.id)
      ? { ...page, data: page.data.map((older) => (older.id === item.id ? item : older)) }
      : page,
  );
  return { ...data, pages };
}

/** Removes an item from the pages of a list. */
export function removeFromPages<T extends { id: string }, P>(data: PagesBy<T, P>, id: string): PagesBy<T, P> {
  const pages = data.pages.map((page) =>
    page.data.some((item) => item.id === id)
      ? listPage(
          page.data.filter((item) => item.id !== id),
          page.has_more,
        )
      : page,
  );
  return { ...data, pages };
}

/** As {@link upsertIntoPages}, for a list of one page. */
export function upsertIntoPage<T extends { id: string }>(
  page: ListPage<T>,
  items: readonly T[],
): ListPage<T> {
  const upserted = upsertIntoPages({ pages: [page], pageParams: [undefined] }, items);
  return upserted.pages[0] ?? page;
}

/**
 * Returns the cursor of the next page, the id of the last item. `undefined` at the end, and when the backend repeats an
 * earlier cursor, because loading more would never end.
 */
export function nextCursor(
  { has_more, data }: ListPage<{ readonly id: string }>,
  _pages: unknown,
  _cursor: unknown,
  cursors: readonly unknown[],
): string | undefined {
  const last = data.at(-1)?.id;
  return has_more && !cursors.includes(last) ? last : undefined;
}

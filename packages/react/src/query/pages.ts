import type { InfiniteData } from '@tanstack/react-query';
import type { ListPage } from '@threadkit/core';

export type PagesBy<T, P> = InfiniteData<ListPage<T>, P>;
export type Pages<T> = PagesBy<T, string | undefined>;

/** The pages of a list that is known to be empty: nothing has to be asked for. */
export function emptyPages<T>(): Pages<T> {
  return { pages: [toPage([], false)], pageParams: [undefined] };
}

/**
 * Puts objects into the pages of a list that is newest first: in place where their id is known, else at the
 * head in the order given, oldest first. The same pages come back when nothing changed.
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
  const newest = toPage([...[...fresh.values()].toReversed(), ...head.data], head.has_more);
  return { ...data, pages: [newest, ...older] };
}

/** Puts an object in the place of its older self; pages that do not hold it stay as they are. */
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

/** Takes an object out of the pages of a list. */
export function removeFromPages<T extends { id: string }, P>(data: PagesBy<T, P>, id: string): PagesBy<T, P> {
  const pages = data.pages.map((page) =>
    page.data.some((item) => item.id === id)
      ? toPage(
          page.data.filter((item) => item.id !== id),
          page.has_more,
        )
      : page,
  );
  return { ...data, pages };
}

/** The same as {@link upsertIntoPages} for a list of one page. */
export function upsertIntoPage<T extends { id: string }>(
  page: ListPage<T>,
  items: readonly T[],
): ListPage<T> {
  const upserted = upsertIntoPages({ pages: [page], pageParams: [undefined] }, items);
  return upserted.pages[0] ?? page;
}

/** A page of the wire's form. */
export function toPage<T extends { id: string }>(data: readonly T[], hasMore: boolean): ListPage<T>;
export function toPage<T>(data: readonly T[], hasMore: boolean): ListPage<T>;
export function toPage(data: readonly { id: string }[], hasMore: boolean): ListPage<{ id: string }> {
  return {
    object: 'list',
    data,
    first_id: data.at(0)?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: hasMore,
  };
}

import type { ListPage } from './page.ts';

/** Creates a page of a list from its items, in their final order. */
export function listPage<T extends { id: string }>(data: readonly T[], hasMore: boolean): ListPage<T>;
export function listPage<T>(data: readonly T[], hasMore: boolean): ListPage<T>;
export function listPage(data: readonly { id: string }[], hasMore: boolean): ListPage<{ id: string }> {
  return {
    object: 'list',
    data,
    first_id: data.at(0)?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: hasMore,
  };
}

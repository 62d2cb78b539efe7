import { expect, it } from 'vitest';
import type { ListPage } from '../api/index.ts';
import { paginate } from './paginate.ts';

type Item = { readonly id: string };

/** A list whose page after a cursor is `pages[cursor]`, always with `has_more`. */
function listOf(
  pages: Readonly<Record<string, string>>,
): (after: string | undefined) => Promise<ListPage<Item>> {
  return async (after = 'start') => ({
    object: 'list',
    data: Array.from(pages[after] ?? '', (id) => ({ id })),
    first_id: null,
    last_id: null,
    has_more: true,
  });
}

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['that ends', { start: 'ab', b: 'cd', d: '' }, 'abcd'],
  ['that counts the cursor’s own item in', { start: 'ab', b: 'bc', c: 'c' }, 'abc'],
  ['that ignores the cursor', { start: 'ab', b: 'ab' }, 'ab'],
  ['that goes round in circles', { start: 'ab', b: 'cd', d: 'ab' }, 'abcd'],
  ['that brings an item twice', { start: 'aab', b: '' }, 'ab'],
])('a list %s is read to its end, each item once', async (_name, pages, expected) => {
  let read = '';
  for await (const { id } of paginate(listOf(pages))) read += id;
  expect(read).toBe(expected);
});

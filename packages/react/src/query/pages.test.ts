import { listPage } from '@threadkit/core/internal';
import { describe, expect, it } from 'vitest';
import {
  emptyPages,
  nextCursor,
  type Pages,
  removeFromPages,
  replaceInPages,
  upsertIntoPage,
  upsertIntoPages,
} from './pages.ts';

interface Item {
  id: string;
  text?: string;
}

function pagesOf(...pages: string[][]): Pages<Item> {
  return {
    pages: pages.map((ids) => ({
      object: 'list',
      data: ids.map((id) => ({ id })),
      first_id: ids.at(0) ?? null,
      last_id: ids.at(-1) ?? null,
      has_more: false,
    })),
    pageParams: pages.map(() => undefined),
  };
}

const idsOf = ({ pages }: Pages<Item>): string[][] => pages.map(({ data }) => data.map(({ id }) => id));

describe('upsertIntoPages', () => {
  it('upsertIntoPages adds new items to the start, newest first', () => {
    const data = upsertIntoPages(pagesOf(['c', 'b'], ['a']), [{ id: 'd' }, { id: 'e' }]);
    expect(idsOf(data)).toEqual([['e', 'd', 'c', 'b'], ['a']]);
    expect(data.pages[0]).toMatchObject({ first_id: 'e', last_id: 'b' });
  });

  it('upsertIntoPages replaces known items in place', () => {
    const data = upsertIntoPages(pagesOf(['c', 'b'], ['a']), [{ id: 'a', text: 'new' }]);
    expect(idsOf(data)).toEqual([['c', 'b'], ['a']]);
    expect(data.pages[1]?.data[0]).toEqual({ id: 'a', text: 'new' });
  });

  it('upsertIntoPages keeps the reference of pages without a changed item', () => {
    const before = pagesOf(['c', 'b'], ['a']);
    const after = upsertIntoPages(before, [{ id: 'b', text: 'new' }]);
    expect(after.pages[1]).toBe(before.pages[1]);
    expect(upsertIntoPages(before, [])).toBe(before);
  });

  it('upsertIntoPages fills emptyPages', () => {
    expect(idsOf(upsertIntoPages(emptyPages<Item>(), [{ id: 'a' }]))).toEqual([['a']]);
  });

  it('upsertIntoPage adds and replaces items of one page', () => {
    const [page] = pagesOf(['b']).pages;
    if (!page) throw new Error('no page');
    expect(upsertIntoPage(page, [{ id: 'c' }]).data.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('replaceInPages replaces a known item and does not add an unknown one', () => {
    const before = pagesOf(['c', 'b'], ['a']);
    expect(idsOf(replaceInPages(before, { id: 'd' }))).toEqual([['c', 'b'], ['a']]);
    const after = replaceInPages<Item, string | undefined>(before, { id: 'a', text: 'new' });
    expect(after.pages[0]).toBe(before.pages[0]);
    expect(after.pages[1]?.data).toEqual([{ id: 'a', text: 'new' }]);
  });

  it('removeFromPages removes an item from its page', () => {
    const before = pagesOf(['c', 'b'], ['a']);
    const after = removeFromPages(before, 'b');
    expect(idsOf(after)).toEqual([['c'], ['a']]);
    expect(after.pages[0]).toMatchObject({ first_id: 'c', last_id: 'c' });
    expect(after.pages[1]).toBe(before.pages[1]);
  });
});

const page = (ids: string, hasMore = true) =>
  listPage(
    Array.from(ids, (id) => ({ id })),
    hasMore,
  );

it('nextCursor is the id of the last item while there are more', () => {
  expect(nextCursor(page('ab'), [], undefined, [undefined])).toBe('b');
  expect(nextCursor(page('ab', false), [], undefined, [undefined])).toBeUndefined();
  expect(nextCursor(page(''), [], undefined, [undefined])).toBeUndefined();
});

it('nextCursor is undefined when the backend repeats an earlier cursor', () => {
  expect(nextCursor(page('ab'), [], 'b', [undefined, 'b'])).toBeUndefined();
});

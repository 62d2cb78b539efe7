import { expect, it } from 'vitest';
import { nextCursor } from './next-cursor.ts';
import { toPage } from './pages.ts';

const page = (ids: string, hasMore = true) =>
  toPage(
    Array.from(ids, (id) => ({ id })),
    hasMore,
  );

it('the next page begins behind the last item, while there is more', () => {
  expect(nextCursor(page('ab'), [], undefined, [undefined])).toBe('b');
  expect(nextCursor(page('ab', false), [], undefined, [undefined])).toBeUndefined();
  expect(nextCursor(page(''), [], undefined, [undefined])).toBeUndefined();
});

it('a backend that leads back to an earlier page has no next one', () => {
  expect(nextCursor(page('ab'), [], 'b', [undefined, 'b'])).toBeUndefined();
});

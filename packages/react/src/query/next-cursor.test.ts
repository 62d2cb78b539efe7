import { expect, it } from 'vitest';
import { nextCursor } from './next-cursor.ts';
import { listPage } from './pages.ts';

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

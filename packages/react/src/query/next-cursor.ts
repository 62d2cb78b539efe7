import type { ListPage } from '@threadkit/core';

/**
 * Returns the cursor of the next page, the id of the last item. `undefined` at the end, and when the backend repeats an
 * earlier cursor, because loading more would never end.
 */
export function nextCursor(
  { has_more, data }: ListPage<{ readonly id: string }>,
  _pages: unknown,
  _cursor: unknown,
  cursors: readonly (string | undefined)[],
): string | undefined {
  const last = data.at(-1)?.id;
  return has_more && !cursors.includes(last) ? last : undefined;
}

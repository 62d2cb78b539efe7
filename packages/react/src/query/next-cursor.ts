import type { ListPage } from '@threadkit/core';

/**
 * The cursor of the page behind `page`: its last item. Undefined at the end, and where the backend leads back to a page
 * that was read before: reading on would never end.
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

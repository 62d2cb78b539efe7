import { MAX_PAGE_SIZE } from '@threadkit/core/api';
import type { Repository, Scope } from '../../storage/storage.ts';

/**
 * Reads the rows of a scope in order of creation, page by page: a caller that stops early reads no further page. Ends when
 * the last row of a page was deleted before the next page is read.
 */
export async function* readAll<R extends { id: string }>(
  repository: Pick<Repository<R>, 'list'>,
  scope: Scope,
  order: 'asc' | 'desc',
): AsyncGenerator<R, void> {
  for (let after: string | undefined; ; ) {
    const page = await repository.list(scope, {
      order,
      limit: MAX_PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    yield* page?.data ?? [];
    after = page?.data.at(-1)?.id;
    if (!page?.has_more || after === undefined) return;
  }
}

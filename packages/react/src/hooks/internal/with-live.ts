import type { UseQueryResult } from '@tanstack/react-query';
import type { ThreadkitError } from '@threadkit/core';

/** What happens now stands above what is stored, and is never "loading". */
export function withLive<T>(
  query: UseQueryResult<T>,
  live: T | undefined,
): UseQueryResult<T, ThreadkitError> {
  // The client rejects with nothing else.
  if (live === undefined) return query as UseQueryResult<T, ThreadkitError>;
  const known = { data: live, status: 'success', isSuccess: true, isPending: false, isLoading: false };
  return { ...query, ...known } as UseQueryResult<T, ThreadkitError>;
}

'use client';

import { useClient, useNow } from '@threadkit/react';

/** The backend's time in Unix milliseconds, which its objects' times are counted against; ticks as `useNow` does. */
export function useServerNow(everyMs: number | undefined): number {
  const { clockSkewMs } = useClient();
  return useNow({ everyMs }) + clockSkewMs;
}

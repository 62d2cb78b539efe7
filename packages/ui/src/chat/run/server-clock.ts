'use client';

import type { RunObject } from '@threadkit/core';
import { useClient, useNow } from '@threadkit/react';
import { useState } from 'react';

const WAIT = /\btry again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?/i;

/**
 * The time of the backend in Unix milliseconds, for comparison with the times of its objects. Ticks every `everyMs`;
 * `undefined` disables ticking.
 */
export function useServerNow(everyMs: number | undefined): number {
  const { clockSkewMs } = useClient();
  return useNow({ everyMs }) + clockSkewMs;
}

/** Milliseconds until a rate-limited run may be retried, by the time of the backend. Counts down to 0. */
export function useRetryWait(run: RunObject): number {
  const after =
    run.last_error?.code === 'rate_limit_exceeded' ? retryAfterMs(run.last_error.message) : undefined;
  const until = after === undefined || run.failed_at === null ? 0 : run.failed_at * 1000 + after;
  const [isOver, setOver] = useState(until === 0);
  const left = Math.max(0, until - useServerNow(isOver ? undefined : 1000));
  if (left === 0 && !isOver) setOver(true);
  return isOver ? 0 : left;
}

/** The wait in milliseconds that a provider's message contains ("try again in 1m7.5s"), if any. */
export function retryAfterMs(message: string): number | undefined {
  const [, hours, minutes, seconds, milliseconds] = WAIT.exec(message) ?? [];
  const wait =
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000 +
    Number(milliseconds ?? 0);
  return wait > 0 ? wait : undefined;
}

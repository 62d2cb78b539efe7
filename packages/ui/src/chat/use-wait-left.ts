'use client';

import type { ThreadkitError } from '@threadkit/core';
import { useNow } from '@threadkit/react';
import { useState } from 'react';

/** Milliseconds that a backend still asks to wait, counted from when its error first showed; 0 when it does not. */
export function useWaitLeft(error: ThreadkitError | undefined): number {
  const waitMs = error?.retryAfterMs ?? 0;
  const now = useNow({ everyMs: waitMs > 0 ? 1000 : undefined });
  const [shown, setShown] = useState({ error, at: now });
  if (shown.error !== error) setShown({ error, at: now });
  return shown.error === error ? Math.max(0, shown.at + waitMs - now) : waitMs;
}

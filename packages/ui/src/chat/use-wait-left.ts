'use client';

import type { ThreadkitError } from '@threadkit/core';
import { useNow } from '@threadkit/react';
import { useState } from 'react';

/** Milliseconds until a request may be retried (`retryAfterMs`), counted from when the error first rendered; else 0. */
export function useWaitLeft(error: ThreadkitError | null): number {
  const retryAfterMs = error?.retryAfterMs ?? 0;
  const now = useNow({ everyMs: retryAfterMs > 0 ? 1000 : undefined });
  const [shown, setShown] = useState({ error, at: now });
  if (shown.error !== error) setShown({ error, at: now });
  return shown.error === error ? Math.max(0, shown.at + retryAfterMs - now) : retryAfterMs;
}

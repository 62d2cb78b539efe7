'use client';
import type { AssistantsApi, Capabilities } from '@threadkit/core';
import { useSyncExternalStore } from 'react';

const UNKNOWN: Capabilities = {
  listThreads: 'unknown',
  runEvents: 'unknown',
  idempotency: 'unknown',
  files: 'unknown',
};

/**
 * The capabilities the client has learned, without asking the backend. All `'unknown'` on a server and while
 * hydrating: a server's client has had other answers than the page's, and both must render the same.
 */
export function useKnownCapabilities(client: AssistantsApi | undefined): Capabilities {
  return useSyncExternalStore(
    subscribeToNothing,
    () => client?.capabilities ?? UNKNOWN,
    () => UNKNOWN,
  );
}

/** Answers that teach a capability already cause a render: each is the result of a query. */
const subscribeToNothing = (): (() => void) => () => {};

'use client';
import type { AssistantsApi, Capabilities } from '@threadkit/core';
import { useSyncExternalStore } from 'react';

const UNKNOWN: Capabilities = {
  listThreads: 'unknown',
  runEvents: 'unknown',
  idempotency: 'unknown',
  files: 'unknown',
  vectorStores: 'unknown',
  reasoning: 'unknown',
};

/**
 * The capabilities that the client knows from earlier responses; sends no request. All are `'unknown'` on a server and
 * during hydration, because the client of a server has had other responses and both must render the same.
 */
export function useKnownCapabilities(client: AssistantsApi | undefined): Capabilities {
  return useSyncExternalStore(
    subscribeToNothing,
    () => client?.capabilities ?? UNKNOWN,
    () => UNKNOWN,
  );
}

/** A response that sets a capability is the result of a query, which re-renders by itself. */
const subscribeToNothing = (): (() => void) => () => {};

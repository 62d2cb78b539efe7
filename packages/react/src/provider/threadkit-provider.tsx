'use client';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import type { AssistantsApi, Environment } from '@threadkit/core';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { browserEnvironment } from './browser-environment.ts';
import { createContextValue } from './create-context-value.ts';
import { ThreadkitContext } from './threadkit-context.ts';

/** Props of `ThreadkitProvider`. */
export interface ThreadkitProviderProps {
  /** From `createClient`. Create it once, outside of the component: a new client starts with new controllers. */
  client: AssistantsApi;
  /** Caches what was read. @defaultValue the query client of the nearest `QueryClientProvider`, else a new one */
  queryClient?: QueryClient | undefined;
  /** Replaces parts of the environment, for tests. Read once, on mount. @defaultValue `browserEnvironment()` */
  environment?: Partial<Environment> | undefined;
  /** May call every Threadkit hook. */
  children?: ReactNode;
}

/** Provides a client to the Threadkit hooks and components below it, and a query client to those of TanStack Query. */
export function ThreadkitProvider({
  client,
  queryClient: given,
  environment,
  children,
}: ThreadkitProviderProps) {
  const nearest = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  const queryClient = given ?? nearest ?? own;
  const [fullEnvironment] = useState((): Environment => ({ ...browserEnvironment(), ...environment }));
  const value = useMemo(
    () => createContextValue(client, queryClient, fullEnvironment),
    [client, queryClient, fullEnvironment],
  );

  // Disposes the controllers after unmounting. Deferred, because StrictMode unmounts and remounts at once.
  useEffect(() => {
    cancelDisposal.get(value)?.();
    return () => {
      cancelDisposal.set(
        value,
        fullEnvironment.setTimer(() => value.registry.clear(), 0),
      );
    };
  }, [value, fullEnvironment]);

  return (
    <QueryClientProvider client={queryClient}>
      <ThreadkitContext value={value}>{children}</ThreadkitContext>
    </QueryClientProvider>
  );
}

/** Cancels the pending disposal of a context value. */
const cancelDisposal = new WeakMap<object, () => void>();

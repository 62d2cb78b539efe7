'use client';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import type { AssistantsApi, Environment } from '@threadkit/core';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { browserEnvironment } from './browser-environment.ts';
import { createScope } from './create-scope.ts';
import { ThreadkitContext } from './threadkit-context.ts';

export interface ThreadkitProviderProps {
  /** From `createClient`. Another client starts from nothing: make it once, outside the component. */
  client: AssistantsApi;
  /** @defaultValue the nearest `QueryClientProvider`'s, else one of its own */
  queryClient?: QueryClient | undefined;
  /** Replaces parts of the page's clock, storage or signals: for tests. */
  environment?: Partial<Environment> | undefined;
  children?: ReactNode;
}

/** Gives a client to every Threadkit hook and component below. */
export function ThreadkitProvider({
  client,
  queryClient: given,
  environment,
  children,
}: ThreadkitProviderProps) {
  const nearest = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  const queryClient = given ?? nearest ?? own;
  const [world] = useState((): Environment => ({ ...browserEnvironment(), ...environment }));
  const scope = useMemo(() => createScope(client, queryClient, world), [client, queryClient, world]);

  // Joins the controllers' lives to the provider's. Deferred, because StrictMode leaves and comes back at once.
  useEffect(() => {
    stopEnding.get(scope)?.();
    return () => {
      stopEnding.set(
        scope,
        world.setTimer(() => scope.registry.clear(), 0),
      );
    };
  }, [scope, world]);

  return (
    <QueryClientProvider client={queryClient}>
      <ThreadkitContext value={scope}>{children}</ThreadkitContext>
    </QueryClientProvider>
  );
}

/** How to call off the end of a scope whose provider has gone. */
const stopEnding = new WeakMap<object, () => void>();

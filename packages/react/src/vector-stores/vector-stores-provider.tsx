'use client';
import type { VectorStoresApi } from '@threadkit/core';
import { createContext, type ReactNode, useContext } from 'react';

const VectorStoresContext = createContext<VectorStoresApi | undefined>(undefined);

/** Props of `VectorStoresProvider`. */
export interface VectorStoresProviderProps {
  /** From `createVectorStoresClient`, with the options of the client of the `ThreadkitProvider`. Create it once, outside of the component. */
  client: VectorStoresApi;
  /** May call every hook for vector stores. */
  children?: ReactNode;
}

/** Provides a client of vector stores to the hooks below it. Must be inside of a `ThreadkitProvider`. */
export function VectorStoresProvider({ client, children }: VectorStoresProviderProps) {
  return <VectorStoresContext value={client}>{children}</VectorStoresContext>;
}

/**
 * Returns the client of the nearest `<VectorStoresProvider>`, for the operations that have no hook.
 *
 * @throws Error without a `<VectorStoresProvider>`.
 */
export function useVectorStoresClient(): VectorStoresApi {
  const client = useContext(VectorStoresContext);
  if (client) return client;
  throw new Error(
    'The hooks for vector stores need a client: put <VectorStoresProvider client={createVectorStoresClient({ baseURL })}> around this component.',
  );
}

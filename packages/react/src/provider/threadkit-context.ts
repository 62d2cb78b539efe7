'use client';
import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi, ControllerRegistry, Environment, ThreadController } from '@threadkit/core';
import { createContext, useContext } from 'react';
import type { DraftRegistry } from '../composer-draft/draft-registry.ts';
import type { CacheWriter } from '../query/cache-writer.ts';
import type { ThreadView } from '../thread-view/thread-view.ts';

/** The context value of `ThreadkitProvider`. */
export interface ThreadkitContextValue {
  readonly client: AssistantsApi;
  readonly queryClient: QueryClient;
  readonly environment: Environment;
  readonly registry: ControllerRegistry;
  /** Writes stored objects into the cache. */
  readonly cacheWriter: CacheWriter;
  readonly drafts: DraftRegistry;
  /** Returns the view of a controller, which all hooks share. */
  viewOf(controller: ThreadController): ThreadView;
}

/** The context of the nearest `ThreadkitProvider`; `undefined` outside of one. */
export const ThreadkitContext = createContext<ThreadkitContextValue | undefined>(undefined);

/** @throws Error without a `<ThreadkitProvider>`. */
export function useThreadkit(): ThreadkitContextValue {
  const context = useContext(ThreadkitContext);
  if (context) return context;
  throw new Error(
    'Threadkit hooks need a client: put <ThreadkitProvider client={createClient({ baseURL })}> around this component.',
  );
}

/**
 * Returns the client of the nearest `<ThreadkitProvider>`.
 *
 * @throws Error without a `<ThreadkitProvider>`.
 */
export function useClient(): AssistantsApi {
  return useThreadkit().client;
}

/**
 * Returns the clock, timers, storage and signals of the nearest `<ThreadkitProvider>`, which a test can replace.
 *
 * @throws Error without a `<ThreadkitProvider>`.
 */
export function useEnvironment(): Environment {
  return useThreadkit().environment;
}

'use client';
import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi, ControllerRegistry, Environment, ThreadController } from '@threadkit/core';
import { createContext, useContext } from 'react';
import type { DraftRegistry } from '../composer-draft/draft-registry.ts';
import type { CacheWriter } from '../query/cache-writer.ts';
import type { ThreadView } from '../thread-view/thread-view.ts';

/** What the provider gives to every hook below it. */
export interface ThreadkitScope {
  readonly client: AssistantsApi;
  readonly queryClient: QueryClient;
  readonly environment: Environment;
  readonly registry: ControllerRegistry;
  /** The way of stored things into the cache. */
  readonly bridge: CacheWriter;
  readonly drafts: DraftRegistry;
  /** The one view of a controller. */
  viewOf(controller: ThreadController): ThreadView;
}

export const ThreadkitContext = createContext<ThreadkitScope | undefined>(undefined);

/** @throws When there is no `<ThreadkitProvider>` above. */
export function useThreadkit(): ThreadkitScope {
  const scope = useContext(ThreadkitContext);
  if (scope) return scope;
  throw new Error(
    'Threadkit hooks need a client: put <ThreadkitProvider client={…}> around this component, made with createClient({ baseURL }).',
  );
}

/** The client given to the nearest `<ThreadkitProvider>`. */
export function useClient(): AssistantsApi {
  return useThreadkit().client;
}

/**
 * The clock, timers, storage and signals of the nearest `<ThreadkitProvider>`: for components whose time a test moves.
 *
 * @throws When there is no `<ThreadkitProvider>` above.
 */
export function useEnvironment(): Environment {
  return useThreadkit().environment;
}

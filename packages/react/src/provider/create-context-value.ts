import type { QueryClient } from '@tanstack/react-query';
import {
  type AssistantsApi,
  createControllerRegistry,
  type Environment,
  type ThreadController,
} from '@threadkit/core';
import { createDraftRegistry } from '../composer-draft/draft-registry.ts';
import { createCacheWriter } from '../query/cache-writer.ts';
import { createAssistantReader } from '../query/read-assistant.ts';
import { createThreadView, type ThreadView } from '../thread-view/thread-view.ts';
import type { ThreadkitContextValue } from './threadkit-context.ts';

/** Connects client, cache and controllers. Sends no request until a hook subscribes. */
export function createContextValue(
  client: AssistantsApi,
  queryClient: QueryClient,
  environment: Environment,
): ThreadkitContextValue {
  const cacheWriter = createCacheWriter(client, queryClient);
  const registry = createControllerRegistry({
    client,
    environment,
    getAssistant: createAssistantReader(client, queryClient),
    ...cacheWriter,
  });
  const views = new WeakMap<ThreadController, ThreadView>();
  return {
    client,
    queryClient,
    environment,
    registry,
    cacheWriter,
    drafts: createDraftRegistry(environment, client.key),
    viewOf(controller) {
      const known = views.get(controller);
      if (known) return known;
      const view = createThreadView(client, queryClient, controller);
      views.set(controller, view);
      return view;
    },
  };
}

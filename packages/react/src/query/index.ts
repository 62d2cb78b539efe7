/**
 * Query keys, query options and prefetching for TanStack Query. Has no `"use client"`: loaders and server components
 * use it too.
 *
 * @example
 * ```ts
 * const queryClient = new QueryClient();
 * await prefetchThread(queryClient, createClient({ baseURL: 'https://api.example.com/v1' }), threadId);
 * const state = dehydrate(queryClient);
 * ```
 *
 * @packageDocumentation
 */

export { fileContentOptions, fileOptions } from './file-options.ts';
export { threadkitKeys } from './keys.ts';
export {
  assistantOptions,
  assistantsOptions,
  messageOptions,
  messagesOptions,
  runOptions,
  runStepOptions,
  runStepsOptions,
  runsOptions,
  threadOptions,
  threadsByIdOptions,
  threadsOptions,
} from './options.ts';
export { prefetchThread } from './prefetch-thread.ts';

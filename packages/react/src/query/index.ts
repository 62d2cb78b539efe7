// Without "use client": loaders and server components use these too.

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

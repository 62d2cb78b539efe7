// Without "use client": loaders and server components use these too.
export { threadkitKeys } from './keys.ts';
export { messagesOptions, runOptions, runStepsOptions, runsOptions, threadsOptions } from './options.ts';

/**
 * The contract of the Assistants API v2, a client for it, and a controller of one thread. No framework, no DOM.
 *
 * @example
 * ```ts
 * import { createClient, createThreadController } from '@threadkit/core';
 *
 * const client = createClient({ baseURL: '/v1' });
 * const thread = createThreadController({ client, assistantId: 'asst_demo' });
 * thread.subscribe(() => console.log(thread.getSnapshot().localMessages));
 * await thread.send('Hello');
 * ```
 */
export type * from './api/contract.ts';
export { isActive, isTerminal } from './api/run-status.ts';
export type {
  AssistantsApi,
  Capabilities,
  FilesApi,
  IncludeOptions,
  RequestOptions,
  RunEvents,
  SequencedEvent,
  UploadOptions,
} from './client/assistants-api.ts';
export type { ClientOptions } from './client/client-options.ts';
export { createClient } from './client/create-client.ts';
export { createVectorStoresClient } from './client/create-vector-stores-client.ts';
export { fromOpenAI, type OpenAILike } from './client/from-openai.ts';
export { paginate } from './client/paginate.ts';
export type {
  VectorStoreFileBatchesApi,
  VectorStoreFilesApi,
  VectorStoresApi,
} from './client/vector-stores-api.ts';
export type { Environment } from './environment/environment.ts';
export { plainEnvironment } from './environment/plain-environment.ts';
export {
  type ErrorDetails,
  type ErrorKind,
  isThreadkitError,
  ThreadkitError,
} from './errors/threadkit-error.ts';
export { isAbortError } from './errors/to-threadkit-error.ts';
export { type RunReducerInput, reduceEvent } from './run/reduce-event.ts';
export { EMPTY_RUN_STATE, type RunSnapshot, type RunState } from './run/run-state.ts';
export {
  type ControllerRegistry,
  type ControllerRegistryOptions,
  createControllerRegistry,
} from './thread/controller-registry.ts';
export { isBusy } from './thread/state/is-busy.ts';
export {
  mergeMessages,
  type TimelineRow,
} from './thread/state/merge-timeline.ts';
export type { Activities } from './thread/thread-activity.ts';
export { createThreadController } from './thread/thread-controller.ts';
export {
  type ConnectionInfo,
  type PersistedChange,
  type QueuedInput,
  type RewriteOptions,
  type SendInput,
  type SendOptions,
  type SendOutcome,
  type Subscribable,
  type ThreadActions,
  type ThreadActivity,
  type ThreadController,
  type ThreadControllerOptions,
  type ThreadSnapshot,
  type TimelineMessage,
} from './thread/types.ts';
export {
  defineTool,
  type NeedsJsonSchema,
  type ToolArgs,
  type ToolInput,
  type ToolOptions,
} from './tools/define-tool.ts';
export type { FromJsonSchema, JsonSchema } from './tools/json-schema.ts';
export type { AnyTool, Tool, ToolContext, ToolPrincipal } from './tools/tool.ts';
export type { ClosedReason, PartialDeep, ToolCallState, WaitReason } from './tools/tool-call.ts';
export { parseToolOutput, type ToolCallResult } from './tools/tool-output.ts';

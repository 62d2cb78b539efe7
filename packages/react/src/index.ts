/**
 * React hooks for threads and runs, on TanStack Query.
 *
 * @example
 * ```tsx
 * const client = createClient({ baseURL: '/v1' });
 *
 * function Conversation() {
 *   const { messages, send } = useThread({ assistantId: 'asst_demo' });
 *   return <button onClick={() => void send('Hello')}>Say hello ({messages.length} messages)</button>;
 * }
 *
 * export const App = () => (
 *   <ThreadkitProvider client={client}>
 *     <Conversation />
 *   </ThreadkitProvider>
 * );
 * ```
 *
 * @packageDocumentation
 */

export type { Draft } from './composer-draft/draft.ts';
export {
  type UseAssistantOptions,
  type UseAssistantsOptions,
  useAssistant,
  useAssistants,
} from './hooks/use-assistants.ts';
export { useCapabilities } from './hooks/use-capabilities.ts';
export { useDraft } from './hooks/use-draft.ts';
export { useFiles } from './hooks/use-files.ts';
export { type UseMessageOptions, useMessage } from './hooks/use-message.ts';
export { type UseMessagesOptions, useMessages } from './hooks/use-messages.ts';
export { type UseNowOptions, useNow } from './hooks/use-now.ts';
export { useReset } from './hooks/use-reset.ts';
export { type UseRunOptions, useRun } from './hooks/use-run.ts';
export {
  type RunItem,
  type UseRunItemsOptions,
  type UseRunItemsResult,
  type UseTimelineRunStepOptions,
  useRunItems,
  useTimelineRunStep,
} from './hooks/use-run-items.ts';
export {
  type UseRunRecordingOptions,
  type UseRunRecordingResult,
  useRunRecording,
} from './hooks/use-run-recording.ts';
export {
  type UseRunStepOptions,
  type UseRunStepsOptions,
  useRunStep,
  useRunSteps,
} from './hooks/use-run-steps.ts';
export { type UseRunsOptions, useRuns } from './hooks/use-runs.ts';
export {
  type UseSuspenseMessagesOptions,
  type UseSuspenseRunOptions,
  type UseSuspenseRunStepsOptions,
  useSuspenseMessages,
  useSuspenseRun,
  useSuspenseRunSteps,
} from './hooks/use-suspense.ts';
export { type UseThreadOptions, type UseThreadResult, useThread } from './hooks/use-thread.ts';
export { type UseThreadActivityOptions, useThreadActivity } from './hooks/use-thread-activity.ts';
export { type ThreadHookOptions, useThreadController } from './hooks/use-thread-controller.ts';
export { type UseThreadStateOptions, useConnection, useThreadState } from './hooks/use-thread-state.ts';
export { type UseThreadsOptions, useThreads } from './hooks/use-threads.ts';
export {
  type UseMessagePartOptions,
  type UseTimelineMessageOptions,
  type UseTimelineResult,
  useMessageOutline,
  useMessagePart,
  useTimeline,
  useTimelineMessage,
} from './hooks/use-timeline.ts';
export { type UseToolCallsOptions, useToolCalls } from './hooks/use-tool-calls.ts';
export {
  type CreateAssistantVariables,
  type DeleteAssistantVariables,
  type ModifyAssistantVariables,
  useCreateAssistant,
  useDeleteAssistant,
  useModifyAssistant,
} from './mutations/assistants.ts';
export {
  type CreateMessageVariables,
  type DeleteMessageVariables,
  type ModifyMessageVariables,
  useCreateMessage,
  useDeleteMessage,
  useModifyMessage,
} from './mutations/messages.ts';
export {
  type CancelRunVariables,
  type CreateRunVariables,
  type ModifyRunVariables,
  type SubmitToolOutputsToRunVariables,
  useCancelRun,
  useCreateRun,
  useModifyRun,
  useSubmitToolOutputsToRun,
} from './mutations/runs.ts';
export {
  type CreateThreadAndRunVariables,
  type CreateThreadVariables,
  type DeleteThreadVariables,
  type ModifyThreadMetadataVariables,
  type ModifyThreadVariables,
  useCreateThread,
  useCreateThreadAndRun,
  useDeleteThread,
  useModifyThread,
  useModifyThreadMetadata,
} from './mutations/threads.ts';
export type { MutationHookOptions, MutationHookResult } from './mutations/use-api-mutation.ts';
export { browserEnvironment } from './provider/browser-environment.ts';
export { ThreadProvider, type ThreadProviderProps } from './provider/thread-provider.tsx';
export { useClient, useEnvironment } from './provider/threadkit-context.ts';
export { ThreadkitProvider, type ThreadkitProviderProps } from './provider/threadkit-provider.tsx';
export { type UseControllerOptions, useController } from './provider/use-controller.ts';
export type {
  ListQueryHookOptions,
  QueryHookOptions,
  SuspenseListQueryHookOptions,
  SuspenseQueryHookOptions,
} from './query/query-hook-options.ts';
export type { RecordedEvent, Recording } from './run-recording/run-recording.ts';

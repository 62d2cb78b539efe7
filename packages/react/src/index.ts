export type { Draft } from './composer-draft/draft.ts';
export { type UseAssistantOptions, useAssistant, useAssistants } from './hooks/use-assistants.ts';
export { useCapabilities } from './hooks/use-capabilities.ts';
export { type ThreadIdentity, useController } from './hooks/use-controller.ts';
export { useDraft } from './hooks/use-draft.ts';
export { useFiles } from './hooks/use-files.ts';
export {
  type UseMessageOptions,
  type UseMessagesOptions,
  useMessage,
  useMessages,
} from './hooks/use-messages.ts';
export { type UseNowOptions, useNow } from './hooks/use-now.ts';
export { useReset } from './hooks/use-reset.ts';
export {
  type UseRunOptions,
  type UseRunStepOptions,
  type UseRunsOptions,
  useRun,
  useRunStep,
  useRunSteps,
  useRuns,
} from './hooks/use-run.ts';
export {
  type RunItem,
  type RunItems,
  type UseRunItemsOptions,
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
  type UseSuspenseMessagesOptions,
  type UseSuspenseRunOptions,
  useSuspenseMessages,
  useSuspenseRun,
  useSuspenseRunSteps,
} from './hooks/use-suspense.ts';
export { type UseThreadOptions, type UseThreadResult, useThread } from './hooks/use-thread.ts';
export { type UseThreadActivityOptions, useThreadActivity } from './hooks/use-thread-activity.ts';
export { type ThreadScopeOptions, useThreadController } from './hooks/use-thread-controller.ts';
export { type UseThreadStateOptions, useConnection, useThreadState } from './hooks/use-thread-state.ts';
export { type UseThreadsOptions, useThreads } from './hooks/use-threads.ts';
export {
  type Timeline,
  type UseMessagePartOptions,
  type UseTimelineMessageOptions,
  useMessageOutline,
  useMessagePart,
  useTimeline,
  useTimelineMessage,
} from './hooks/use-timeline.ts';
export { type UseToolCallsOptions, useToolCalls } from './hooks/use-tool-calls.ts';
export { useCreateAssistant, useDeleteAssistant, useModifyAssistant } from './mutations/assistants.ts';
export { useCreateMessage, useDeleteMessage, useModifyMessage } from './mutations/messages.ts';
export { useCancelRun, useCreateRun, useModifyRun, useSubmitToolOutputsToRun } from './mutations/runs.ts';
export {
  type ThreadMetadataChange,
  useCreateThread,
  useCreateThreadAndRun,
  useDeleteThread,
  useModifyThread,
  useModifyThreadMetadata,
} from './mutations/threads.ts';
export { browserEnvironment } from './provider/browser-environment.ts';
export { ThreadProvider, type ThreadProviderProps } from './provider/thread-provider.tsx';
export { useClient, useEnvironment } from './provider/threadkit-context.ts';
export { ThreadkitProvider, type ThreadkitProviderProps } from './provider/threadkit-provider.tsx';
export type { Recording, RunFrame } from './run-recording/run-recording.ts';

export type { Draft } from './composer-draft/draft.ts';
export { useAssistant, useAssistants } from './hooks/use-assistants.ts';
export { useCapabilities } from './hooks/use-capabilities.ts';
export { type ThreadIdentity, useController } from './hooks/use-controller.ts';
export { useDraft } from './hooks/use-draft.ts';
export { useFiles } from './hooks/use-files.ts';
export { useMessage, useMessages } from './hooks/use-messages.ts';
export { useNow } from './hooks/use-now.ts';
export { useReset } from './hooks/use-reset.ts';
export { useRun, useRunStep, useRunSteps, useRuns } from './hooks/use-run.ts';
export { type RunItem, type RunItems, useRunItems, useTimelineRunStep } from './hooks/use-run-items.ts';
export { type UseRunRecordingResult, useRunRecording } from './hooks/use-run-recording.ts';
export { useSuspenseMessages, useSuspenseRun, useSuspenseRunSteps } from './hooks/use-suspense.ts';
export { type UseThreadOptions, type UseThreadResult, useThread } from './hooks/use-thread.ts';
export { useThreadActivity } from './hooks/use-thread-activity.ts';
export { useConnection, useThreadState } from './hooks/use-thread-state.ts';
export { type UseThreadsOptions, useThreads } from './hooks/use-threads.ts';
export {
  type Timeline,
  useMessageOutline,
  useMessagePart,
  useTimeline,
  useTimelineMessage,
} from './hooks/use-timeline.ts';
export { useToolCalls } from './hooks/use-tool-calls.ts';
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
export { useClient, useEnvironment } from './provider/threadkit-context.ts';
export { ThreadkitProvider, type ThreadkitProviderProps } from './provider/threadkit-provider.tsx';
export type { Recording, RunFrame } from './run-recording/run-recording.ts';

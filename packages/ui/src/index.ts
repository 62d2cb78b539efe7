/**
 * React components for threads, runs and tool calls: `Chat`, and the parts it is made of. Import
 * `@threadkit/ui/styles.css` once.
 *
 * @example
 * ```tsx
 * import { createClient } from '@threadkit/core';
 * import { ThreadkitProvider } from '@threadkit/react';
 * import { Chat } from '@threadkit/ui';
 * import '@threadkit/ui/styles.css';
 *
 * const client = createClient({ baseURL: '/v1' });
 *
 * export const App = () => (
 *   <ThreadkitProvider client={client}>
 *     <Chat assistantId="asst_demo" />
 *   </ThreadkitProvider>
 * );
 * ```
 *
 * @packageDocumentation
 */

export * as AssistantEditor from './assistant/editor/index.ts';
export { AssistantPicker, type AssistantPickerProps } from './assistant/picker/assistant-picker.tsx';
export type { ChatProps } from './chat/chat.tsx';
export type { ChatComponents } from './chat/chat-components.ts';
export type { ResponseFeedback } from './chat/chat-context.ts';
export { Chat } from './chat/index.ts';
export type { AttachmentLimits } from './composer/attachments/attachment-limits.ts';
export type { ComposerField } from './composer/composer-field.ts';
export * as Composer from './composer/index.ts';
export { Queue, type QueueProps } from './composer/queue.tsx';
export type { Suggestion, SuggestionSource, SuggestionTrigger } from './composer/suggestions/suggestion.ts';
export { useComposerField } from './composer/use-composer-field.ts';
export { Announcer, type AnnouncerProps, useAnnounce } from './internals/announcer.tsx';
export type { ButtonProps } from './internals/button.tsx';
export { Icon, type IconName, type IconProps } from './internals/icons/named-icon.tsx';
export type { KeyValue } from './internals/key-value.ts';
export { ErrorNotice, type ErrorNoticeProps } from './internals/notice/error-notice.tsx';
export * as Notice from './internals/notice/index.ts';
export type { PrimitiveProps, PrimitiveTag } from './internals/render-part.tsx';
export { ar } from './locales/ar.ts';
export { de } from './locales/de.ts';
export { en } from './locales/en.ts';
export { es } from './locales/es.ts';
export type { FileStrings } from './locales/file-strings.ts';
export { fr } from './locales/fr.ts';
export type { InspectorStrings } from './locales/inspector-strings.ts';
export { ja } from './locales/ja.ts';
export type { ListStrings } from './locales/list-strings.ts';
export { LocaleProvider, type LocaleProviderProps, useStrings } from './locales/locale-provider.tsx';
export type { LocaleStrings, NoticeStrings, ToolStateLabels } from './locales/locale-strings.ts';
export type { ToolDetailStrings } from './locales/tool-detail-strings.ts';
export { zh } from './locales/zh.ts';
export { LazyMarkdown as Markdown } from './markdown/lazy-markdown.tsx';
export type {
  MarkdownCodeProps,
  MarkdownComponents,
  MarkdownExtension,
  MarkdownImageProps,
  MarkdownProps,
} from './markdown/markdown-components.ts';
export { MarkdownProvider, type MarkdownProviderProps } from './markdown/markdown-provider.tsx';
export type { Rating } from './message/actions/feedback.tsx';
export { type ToMarkdownOptions, toMarkdown } from './message/export-markdown/to-markdown.ts';
export * as Message from './message/index.ts';
export type { OutcomeAction } from './run/describe-outcome.ts';
export { RunOutcome, type RunOutcomeProps } from './run/run-outcome.tsx';
export { RunStatusLabel, type RunStatusLabelProps } from './run/run-status.tsx';
export { RunSteps, type RunStepsProps } from './run/run-steps.tsx';
export { RunSummary, type RunSummaryProps } from './run/run-summary.tsx';
export type { TokenPrices } from './run/usage/calculate-cost.ts';
export { Connection, type ConnectionProps } from './thread/connection.tsx';
export * as Thread from './thread/index.ts';
export type { LongListRow } from './thread/long-list/group-rows.ts';
export { LongList, type LongListProps } from './thread/long-list/long-list.tsx';
export type { TextRow } from './thread/long-list/text-rows.tsx';
export { ThreadList, type ThreadListProps } from './thread-list/thread-list.tsx';
export type { WaitingCall } from './tool/approval/describe-approval.ts';
export * as ToolApproval from './tool/approval/index.ts';
export type { Decision } from './tool/describe-tool-call.ts';
export * as RunStep from './tool/run-step/index.ts';
export { ToolCall, type ToolCallProps } from './tool/tool-call.tsx';
export {
  type ToolCallRenderer,
  type ToolLabels,
  type ToolView,
  type ToolViewOptions,
  toolView,
} from './tool/tool-view.ts';
export { ToolViewsProvider, type ToolViewsProviderProps } from './tool/tool-views-context.tsx';

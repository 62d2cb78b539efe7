// The drop-in

// Parts
export { Announcer, useAnnounce } from './announcer/announcer.tsx';
// Around a conversation
export * as AssistantEditor from './assistant-editor/index.ts';
export { AssistantPicker, type AssistantPickerProps } from './assistant-picker/assistant-picker.tsx';
export { Chat, type ChatProps } from './chat/chat.tsx';
export type { AnswerFeedback } from './chat/chat-context.ts';
export { CodeBlock, type CodeBlockProps } from './code-block/code-block.tsx';
export * as Composer from './composer/index.ts';
export type { Suggestion, SuggestionSource, SuggestionTrigger } from './composer/suggestion.ts';
export { Connection, type ConnectionProps } from './connection/connection.tsx';
export { Glyph, type GlyphName, type GlyphProps } from './icons/glyphs.tsx';
export type { Fact } from './internals/fact.ts';
export { Markdown, type MarkdownProps } from './markdown/markdown.tsx';
export type {
  MarkdownCodeProps,
  MarkdownComponents,
  MarkdownExtension,
  MarkdownImageProps,
} from './markdown/markdown-components.ts';
export { MarkdownProvider, type MarkdownProviderProps } from './markdown/markdown-provider.tsx';
export * as Message from './message/index.ts';
export { ErrorNotice, type ErrorNoticeProps } from './notice/error-notice.tsx';
export * as Notice from './notice/index.ts';
export { Queue, type QueueProps } from './queue/queue.tsx';
export { Receipt, type ReceiptProps } from './receipt/receipt.tsx';
export type { FarRow } from './rows/far-rows.tsx';
export { type Row, Rows, type RowsProps } from './rows/rows.tsx';
export type { EndingAction } from './run-ending/describe-ending.ts';
export { RunEnding, type RunEndingProps } from './run-ending/run-ending.tsx';
export { RunStatus, type RunStatusProps } from './run-status/run-status.tsx';
export * as RunStep from './run-step/index.ts';
export { RunSteps, type RunStepsProps } from './run-steps/run-steps.tsx';
export type { TokenPrices } from './run-usage/cost-of.ts';
export * as Thread from './thread/index.ts';
export { ThreadList, type ThreadListProps } from './thread-list/thread-list.tsx';
export * as ToolApproval from './tool-approval/index.ts';
export type { Decision } from './tool-call/describe-tool-call.ts';
export { ToolCall, type ToolCallProps } from './tool-call/tool-call.tsx';
export * as ToolOutput from './tool-output/index.ts';
// Tools by name
export { type ToolView, type ToolViewOptions, type ToolWords, toolView } from './tool-view/tool-view.ts';
export { ToolViewsProvider } from './tool-view/tool-views-context.tsx';
// A conversation as text
export { type TranscriptOptions, toMarkdown } from './transcript/to-markdown.ts';
// Words
export { arabic } from './words/arabic.ts';
export { chinese } from './words/chinese.ts';
export { english } from './words/english.ts';
export { french } from './words/french.ts';
export { german } from './words/german.ts';
export { japanese } from './words/japanese.ts';
export { spanish } from './words/spanish.ts';
export type { Sentence, VerbPhrase, Words } from './words/words.ts';
export type { WordsAround } from './words/words-around.ts';
export { useWords, WordsProvider, type WordsProviderProps } from './words/words-provider.tsx';

// The components that are loaded after the text of a thread, or on first use. One module, because several would be
// compressed separately, and the code that they share with the page would be split into further chunks
// (docs/design/0011-lazy-parts.md). Only load-lazy-parts.ts imports it.

export { WaitingBadge } from './chat/notifications/waiting-badge.tsx';
export { ChatReasoning } from './chat/run/chat-reasoning.tsx';
export { ComposerAttachments } from './composer/attachments/composer-attachments.tsx';
export { LongText } from './markdown/render/long-text.tsx';
export { DeleteQuestion } from './message/actions/delete-question.tsx';
export { EditMessage } from './message/actions/edit-message.tsx';
export { Feedback } from './message/actions/feedback.tsx';
export { MessageActions } from './message/actions/message-actions.tsx';
export { CitationChip } from './message/citation/citation-chip.tsx';
export { FileList } from './message/files/file-list.tsx';
export { LoadedImage } from './message/files/loaded-image.tsx';
export { RunDetails } from './run/run-details.tsx';
export { SupersededMessage } from './run/superseded-message.tsx';
export { moveByMessage } from './thread/move-by-message.ts';
export { DeclineReason } from './tool/approval/decline-reason.tsx';
export { EditArguments } from './tool/approval/edit-arguments.tsx';
export { ToolCallDetails } from './tool/tool-call-details.tsx';

// The page has the main entry already. esbuild splits code by which entries reach it: with this import the code that these
// parts share with the page and the code that they do not use are one file, which compresses better. Other bundlers drop it.
import './index.ts';

// What a chat shows a moment after its messages, or only once someone asks for it. One file, so that a page loads it
// in one go, and so that what it shares with the rest is cut off in one piece only.

export { ChatAttachments } from '../composer/attachments/chat-attachments.tsx';
export { LongText } from '../markdown/render/long-text.tsx';
export { DeleteQuestion } from '../message/actions/delete-question.tsx';
export { EditMessage } from '../message/actions/edit-message.tsx';
export { Feedback } from '../message/actions/feedback.tsx';
export { MessageActions } from '../message/actions/message-actions.tsx';
export { FileList } from '../message/files/file-list.tsx';
export { LoadedImage } from '../message/files/loaded-image.tsx';
export { RunDetails } from '../run/run-details.tsx';
export { moveByMessage } from '../thread/move-by-message.ts';
export { DeclineReason } from '../tool/approval/decline-reason.tsx';
export { EditArguments } from '../tool/approval/edit-arguments.tsx';
export { ToolCallDetails } from '../tool/tool-call-details.tsx';
export { WaitingBadge } from './notifications/waiting-badge.tsx';
export { SupersededMessage } from './superseded-message.tsx';

export { AttachButton as Button } from './attach-button.tsx';
export type { Attachment, AttachmentState, Refusal } from './attachment.ts';
export { type AttachmentLimits as Limits, DEFAULT_LIMITS } from './attachment-limits.ts';
export { AttachmentList as List } from './attachment-list.tsx';
export { AttachmentsRoot as Root, type AttachmentsRootProps as RootProps } from './attachments-root.tsx';
export { DropZone } from './drop-zone.tsx';
export { type UseAttachmentsResult, useAttachments } from './use-attachments.ts';

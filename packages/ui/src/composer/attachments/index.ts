/**
 * Attachments of a composer, for apps that compose their own. `Chat` has them built in.
 *
 * @example
 * ```tsx
 * import { useFiles } from '@threadkit/react';
 * import { Composer } from '@threadkit/ui';
 * import * as Attachments from '@threadkit/ui/attachments';
 * import type { FilesApi, SendInput } from '@threadkit/core';
 *
 * function FileComposer({ files, onSend }: { files: FilesApi; onSend: (input: SendInput) => void }) {
 *   const attachments = Attachments.useAttachments(files);
 *   return (
 *     <Attachments.Root value={attachments}>
 *       <Composer.Root onSend={(text) => onSend(attachments.take(text))}>
 *         <Attachments.List />
 *         <Attachments.Button />
 *         <Composer.Input />
 *         <Composer.Send />
 *       </Composer.Root>
 *     </Attachments.Root>
 *   );
 * }
 *
 * export function MyComposer({ onSend }: { onSend: (input: SendInput) => void }) {
 *   const files = useFiles();
 *   return files && <FileComposer files={files} onSend={onSend} />;
 * }
 * ```
 *
 * @packageDocumentation
 */

import type { PrimitiveProps } from '../../internals/render-part.tsx';

export { AttachButton as Button } from './attach-button.tsx';
export type { Attachment, AttachmentState, RejectionReason } from './attachment.ts';
export { type AttachmentLimits, DEFAULT_LIMITS } from './attachment-limits.ts';
export { AttachmentList as List } from './attachment-list.tsx';
export type { AttachmentActions } from './attachment-store.ts';
export { AttachmentsRoot as Root, type AttachmentsRootProps as RootProps } from './attachments-root.tsx';
export { DropZone } from './drop-zone.tsx';
export { type UseAttachmentsResult, useAttachments } from './use-attachments.ts';
/** Props of `Attachments.Button`. */
export type ButtonProps = PrimitiveProps<'button'>;
/** Props of `Attachments.List`. */
export type ListProps = Omit<PrimitiveProps<'ul'>, 'children' | 'asChild'>;
/** Props of `Attachments.DropZone`. */
export type DropZoneProps = Omit<PrimitiveProps<'div'>, 'children' | 'ref' | 'asChild'>;

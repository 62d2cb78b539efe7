import { formatCount } from '../../internals/format.ts';
import { formatBytes } from '../../internals/format-bytes.ts';
import { describeError } from '../../internals/notice/describe-error.ts';
import type { FileStrings } from '../../locales/file-strings.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentLimits } from './attachment-limits.ts';

/** The text after a file's name: its size, its progress, or why it is not attached. */
export function describeAttachment(
  attachment: Attachment,
  limits: AttachmentLimits,
  strings: LocaleStrings,
  fileStrings: FileStrings,
): string {
  const { languageTag } = strings;
  const size = attachment.size === undefined ? '' : formatBytes(attachment.size, languageTag);
  switch (attachment.status) {
    case 'waiting':
      return fileStrings.waiting;
    case 'uploading':
      return hasProgress(attachment)
        ? fileStrings.progress(formatBytes(attachment.uploadedBytes, languageTag), size)
        : fileStrings.uploading;
    case 'done':
      return size;
    case 'failed': {
      const { error } = attachment;
      // The server's message is more specific than the string for the kind of error.
      const reason = error.kind === 'api' ? error.message : describeError(error, strings).text;
      return `${strings.message.notSent} ${reason}`;
    }
    case 'rejected':
      switch (attachment.reason) {
        case 'too-many':
          return fileStrings.tooMany(formatCount(limits.fileCount, languageTag));
        case 'too-large':
          return fileStrings.tooLarge(formatBytes(limits.fileBytes, languageTag));
        case 'wrong-type':
          return fileStrings.wrongType;
        case 'empty':
          return fileStrings.empty;
      }
  }
}

/** Whether the browser has reported progress before the end of the upload. */
export function hasProgress({ uploadedBytes, size }: Extract<Attachment, { status: 'uploading' }>): boolean {
  return size !== undefined && uploadedBytes > 0 && uploadedBytes < size;
}

/** Why the message cannot be sent yet, or `undefined` if it can. */
export function describeBlockedReason(
  attachments: readonly Attachment[],
  fileStrings: FileStrings,
): string | undefined {
  if (attachments.some(({ status }) => status === 'failed')) return fileStrings.uploadFailed;
  const isUploading = attachments.some(({ status }) => status === 'waiting' || status === 'uploading');
  return isUploading ? fileStrings.uploadsPending : undefined;
}

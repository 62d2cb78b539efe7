import { formatCount } from '../../internals/format.ts';
import { formatBytes } from '../../internals/format-bytes.ts';
import { describeError } from '../../internals/notice/describe-error.ts';
import type { FileStrings } from '../../locales/file-strings.ts';
import type { LocaleStrings } from '../../locales/locale-strings.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentLimits } from './attachment-limits.ts';

/** What stands behind a file's name: its size, how far it has come, or why it will not go. */
export function describeAttachment(
  attachment: Attachment,
  limits: AttachmentLimits,
  strings: LocaleStrings,
  say: FileStrings,
): string {
  const { locale } = strings;
  const size = attachment.size === undefined ? '' : formatBytes(attachment.size, locale);
  switch (attachment.status) {
    case 'waiting':
      return say.waiting;
    case 'sending':
      return isStepwise(attachment)
        ? say.progress(formatBytes(attachment.sentBytes, locale), size)
        : say.uploading;
    case 'done':
      return size;
    case 'failed': {
      const { error } = attachment;
      // What the server says of a file is more to the point than the sentence for its kind.
      const reason = error.kind === 'api' ? error.message : describeError(error, strings).text;
      return `${strings.message.notSent} ${reason}`;
    }
    case 'refused':
      switch (attachment.refusal) {
        case 'too-many':
          return say.tooMany(formatCount(limits.count, locale));
        case 'too-large':
          return say.tooLarge(formatBytes(limits.bytes, locale));
        case 'wrong-type':
          return say.wrongType;
        case 'empty':
          return say.empty;
      }
  }
}

/** Whether it is told in between how much has left. */
export function isStepwise({ sentBytes, size }: Extract<Attachment, { status: 'sending' }>): boolean {
  return size !== undefined && sentBytes > 0 && sentBytes < size;
}

/** Why the message cannot go yet; undefined when it can. */
export function describeHold(attachments: readonly Attachment[], say: FileStrings): string | undefined {
  if (attachments.some(({ status }) => status === 'failed')) return say.uploadFailed;
  const isOnTheWay = attachments.some(({ status }) => status === 'waiting' || status === 'sending');
  return isOnTheWay ? say.uploadsPending : undefined;
}

import { formatCount } from '../internals/format.ts';
import { describeError } from '../notice/describe-error.ts';
import type { Words } from '../words/words.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentLimits } from './attachment-limits.ts';
import { formatBytes } from './format-bytes.ts';

/** What stands behind a file's name: its size, how far it has come, or why it will not go. */
export function describeAttachment(attachment: Attachment, limits: AttachmentLimits, words: Words): string {
  const { attachments, locale } = words;
  const size = attachment.size === undefined ? '' : formatBytes(attachment.size, locale);
  switch (attachment.status) {
    case 'waiting':
      return attachments.waiting;
    case 'sending':
      return isStepwise(attachment)
        ? attachments.sent(formatBytes(attachment.sentBytes, locale), size)
        : attachments.sending;
    case 'done':
      return size;
    case 'failed': {
      const { error } = attachment;
      // What the server says of a file is more to the point than the sentence for its kind.
      const reason = error.kind === 'api' ? error.message : describeError(error, words).text;
      return `${words.message.notSent} ${reason}`;
    }
    case 'refused':
      switch (attachment.refusal) {
        case 'too-many':
          return attachments.tooMany(formatCount(limits.count, locale));
        case 'too-large':
          return attachments.tooLarge(formatBytes(limits.bytes, locale));
        case 'wrong-type':
          return attachments.wrongType;
        case 'empty':
          return attachments.empty;
      }
  }
}

/** Whether it is told in between how much has left. */
export function isStepwise({ sentBytes, size }: Extract<Attachment, { status: 'sending' }>): boolean {
  return size !== undefined && sentBytes > 0 && sentBytes < size;
}

/** Why the message cannot go yet; undefined when it can. */
export function describeHold(attachments: readonly Attachment[], words: Words): string | undefined {
  if (attachments.some(({ status }) => status === 'failed')) return words.attachments.holdFailed;
  const isOnTheWay = attachments.some(({ status }) => status === 'waiting' || status === 'sending');
  return isOnTheWay ? words.attachments.hold : undefined;
}

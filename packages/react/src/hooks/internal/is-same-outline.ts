import type { MessageContentPart, TimelineMessage } from '@threadkit/core';

/** Whether two states of a live message differ at most in the text of its parts. */
export function isSameOutline(
  before: TimelineMessage | undefined,
  after: TimelineMessage | undefined,
): boolean {
  if (before === after) return true;
  if (!before || !after || before.phase !== 'live' || after.phase !== 'live') return false;
  const { message: was } = before;
  const { message: is } = after;
  return (
    before.id === after.id &&
    was.status === is.status &&
    was.metadata === is.metadata &&
    was.incomplete_details === is.incomplete_details &&
    was.content.length === is.content.length &&
    was.content.every((part, index) => isSamePart(part, is.content[index]))
  );
}

function isSamePart(before: MessageContentPart, after: MessageContentPart | undefined): boolean {
  if (before === after) return true;
  if (before.type === 'text' && after?.type === 'text') {
    return before.text.annotations === after.text.annotations;
  }
  return before.type === 'refusal' && after?.type === 'refusal';
}

import type { MessageObject } from '@threadkit/core';

/** Set by Threadkit's server on what a crash left half told: the id of the message that took its place. */
const SUPERSEDED_BY = 'tk_superseded_by';

/** Whether another message was told in this one's place. */
export function isSuperseded(message: Pick<MessageObject, 'metadata'>): boolean {
  return message.metadata?.[SUPERSEDED_BY] !== undefined;
}

import type { MessageObject } from '@threadkit/core/api';

/** Metadata key of a half-told message: the id of the one that was told in its place after a crash. */
export const SUPERSEDED_BY = 'tk_superseded_by';

export function isAbandoned(message: MessageObject): boolean {
  return (
    message.incomplete_details?.reason === 'run_failed' && message.metadata?.[SUPERSEDED_BY] === undefined
  );
}

export function supersede(message: MessageObject, by: MessageObject): MessageObject {
  return { ...message, metadata: { ...message.metadata, [SUPERSEDED_BY]: by.id } };
}

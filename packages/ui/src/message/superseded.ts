import type { MessageObject, RunStatus } from '@threadkit/core';

/** Set by Threadkit's server on what a crash left half told: the id of the message that took its place. */
const SUPERSEDED_BY = 'tk_superseded_by';

/**
 * Whether another message was told in this one's place. Metadata is the owner's to write: a mark counts only on what a run
 * wrote, and not where it names the message itself. The mark arrives with the stored object; before that, a
 * message that a failure broke off in a run that did not fail says the same.
 */
export function isSuperseded(
  {
    id,
    run_id,
    metadata,
    incomplete_details,
  }: Pick<MessageObject, 'id' | 'run_id' | 'metadata' | 'incomplete_details'>,
  runStatus?: RunStatus,
): boolean {
  const by = metadata?.[SUPERSEDED_BY];
  if (by !== undefined && by !== id && run_id !== null) return true;
  return incomplete_details?.reason === 'run_failed' && runStatus !== undefined && runStatus !== 'failed';
}

/** The id that the mark of a message names. */
export function supersederOf({ metadata }: Pick<MessageObject, 'metadata'>): string | undefined {
  return metadata?.[SUPERSEDED_BY];
}

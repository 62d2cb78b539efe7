import type { MessageObject, RunStatus } from '@threadkit/core';

/** Set by Threadkit's server on what a crash left half told: the id of the message that took its place. */
const SUPERSEDED_BY = 'tk_superseded_by';

/**
 * Whether another message was told in this one's place. The mark arrives with the stored object; before that, a
 * message that a failure broke off in a run that did not fail says the same.
 */
export function isSuperseded(
  { metadata, incomplete_details }: Pick<MessageObject, 'metadata' | 'incomplete_details'>,
  runStatus?: RunStatus,
): boolean {
  if (metadata?.[SUPERSEDED_BY] !== undefined) return true;
  return incomplete_details?.reason === 'run_failed' && runStatus !== undefined && runStatus !== 'failed';
}

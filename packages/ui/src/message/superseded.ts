import type { MessageObject, RunStatus } from '@threadkit/core';
import type { SUPERSEDED_BY_KEY } from '@threadkit/core/api';

/** A literal of the imported type: importing the value costs more than writing it (0009). */
const SUPERSEDED_BY: typeof SUPERSEDED_BY_KEY = 'tk_superseded_by';

/**
 * Whether another message replaced this one. Apps can write metadata too, so the key counts only on a message of a run,
 * and only with the id of another message. Until the stored object with the key has arrived, an incomplete message with
 * the reason `run_failed` in a run that did not fail counts as replaced.
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

/** The id of the message that replaced this one. */
export function getSupersedingId({ metadata }: Pick<MessageObject, 'metadata'>): string | undefined {
  return metadata?.[SUPERSEDED_BY];
}

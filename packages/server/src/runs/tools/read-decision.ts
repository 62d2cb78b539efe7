import { isRecord } from '../../shared/is-record.ts';

/** What a client decided about a call of the server's tool, as it is stored. `arguments` is JSON text. */
export type StoredDecision =
  | { readonly state: 'approved'; readonly arguments?: string }
  | { readonly state: 'declined'; readonly reason?: string };

/** A longer reason is cut: the model reads it. */
const MAX_REASON_CHARS = 2000;

/**
 * The decision in an output that a client submitted for a call of the server's tool (`ToolDecision`). Any text that is not exactly
 * an approval declines the call: clients that do not know decisions submit outputs or errors of their own.
 */
export function readDecision(output: string): StoredDecision {
  try {
    return decisionOf(JSON.parse(output));
  } catch {
    // Not JSON, or nested so deeply that it cannot be written again.
    return { state: 'declined' };
  }
}

function decisionOf(value: unknown): StoredDecision {
  if (!isRecord(value)) return { state: 'declined' };
  const { decision, arguments: edited, reason } = value;
  if (decision === 'approve' && edited === undefined) return { state: 'approved' };
  if (decision === 'approve' && isRecord(edited)) {
    return { state: 'approved', arguments: JSON.stringify(edited) };
  }
  const isReason = decision === 'decline' && typeof reason === 'string' && reason !== '';
  return { state: 'declined', ...(isReason && { reason: reason.slice(0, MAX_REASON_CHARS) }) };
}

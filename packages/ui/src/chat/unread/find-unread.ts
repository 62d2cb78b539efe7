import type { TimelineRow } from '@threadkit/core';

/** The last position that the user has read. */
export interface ReadPosition {
  /** The last row at that time. */
  readonly lastKey: string | undefined;
  /** The row was a run without messages: its messages are unread. */
  readonly wasEmpty: boolean;
}

export interface Unread {
  /** The row below the unread divider. */
  readonly firstKey: string | undefined;
  readonly count: number;
}

export const NOTHING_UNREAD: Unread = { firstKey: undefined, count: 0 };

/** Whether a row has messages. */
type HasMessages = (row: TimelineRow) => boolean;

export function getReadPosition(rows: readonly TimelineRow[], hasMessages: HasMessages): ReadPosition {
  const last = rows.at(-1);
  return { lastKey: last?.key, wasEmpty: last?.kind === 'run' && !hasMessages(last) };
}

/**
 * Finds the responses after the read position. The user's own messages are never unread, and neither are those of another
 * thread or of a thread that was just loaded.
 *
 * @param isResponse Whether the row is, or will be, a response.
 */
export function findUnread(
  rows: readonly TimelineRow[],
  { lastKey, wasEmpty }: ReadPosition,
  hasMessages: HasMessages,
  isResponse: (row: TimelineRow) => boolean,
): Unread {
  const at = rows.findLastIndex(({ key }) => key === lastKey);
  const known = rows[at];
  if (!known) return NOTHING_UNREAD;
  const since = rows.slice(at + 1).filter(isResponse);
  const fresh = wasEmpty && hasMessages(known) ? [known, ...since] : since;
  return fresh.length === 0 ? NOTHING_UNREAD : { firstKey: fresh[0]?.key, count: fresh.length };
}

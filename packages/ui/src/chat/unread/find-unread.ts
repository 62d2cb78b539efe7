import type { TimelineRow } from '@threadkit/core';

/** Where a reader stood when they went away. */
export interface ReadPosition {
  /** The last row that was there. */
  readonly lastKey: string | undefined;
  /** It was a run that had said nothing yet: what it says is new. */
  readonly wasEmpty: boolean;
}

export interface Unread {
  /** The row that the mark stands above. */
  readonly firstKey: string | undefined;
  readonly count: number;
}

export const NOTHING_UNREAD: Unread = { firstKey: undefined, count: 0 };

/** What a row has said so far. */
type SaysSomething = (row: TimelineRow) => boolean;

export function readPositionOf(rows: readonly TimelineRow[], saysSomething: SaysSomething): ReadPosition {
  const last = rows.at(-1);
  return { lastKey: last?.key, wasEmpty: last?.kind === 'run' && !saysSomething(last) };
}

/**
 * The answers that came since. A person's own messages are not new to them, and a thread that was changed for
 * another, or read for the first time, has nothing new.
 *
 * @param isAnswer Whether someone else than the person wrote the row, or is about to.
 */
export function findUnread(
  rows: readonly TimelineRow[],
  { lastKey, wasEmpty }: ReadPosition,
  saysSomething: SaysSomething,
  isAnswer: (row: TimelineRow) => boolean,
): Unread {
  const at = rows.findLastIndex(({ key }) => key === lastKey);
  const known = rows[at];
  if (!known) return NOTHING_UNREAD;
  const since = rows.slice(at + 1).filter(isAnswer);
  const fresh = wasEmpty && saysSomething(known) ? [known, ...since] : since;
  return fresh.length === 0 ? NOTHING_UNREAD : { firstKey: fresh[0]?.key, count: fresh.length };
}

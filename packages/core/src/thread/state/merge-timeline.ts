import type { RunObject } from '../../api/index.ts';
import { isMessageClosed } from '../../run/run-status.ts';
import { REPLACED } from './replaced-run.ts';
import type { TimelineMessage } from './thread-snapshot.ts';

/**
 * The messages to show: what the cache has stored and what happens now, each id once. A closed stored object
 * beats the overlay; an overlay entry that is still being sent, failed or written beats the stored one. Both
 * lists oldest first; the overlay stands behind what it does not share with the stored. `storedById` saves a walk
 * where it is at hand.
 *
 * This selector, not timing, makes the handover invisible: whichever side changes first, the result is the same.
 */
export function mergeMessages(
  stored: readonly TimelineMessage[],
  localMessages: readonly TimelineMessage[],
  storedById: ReadonlyMap<string | undefined, TimelineMessage> = byId(stored),
): readonly TimelineMessage[] {
  const shown = visibleLocalMessages(localMessages, storedById);
  if (shown.length === 0) return stored;
  const instead = byId(shown);
  const merged = stored.map((entry) => instead.get(entry.id) ?? entry);
  return [...merged, ...shown.filter(({ id }) => id === undefined || !storedById.has(id))];
}

function byId(messages: readonly TimelineMessage[]): Map<string | undefined, TimelineMessage> {
  return new Map(messages.map((entry) => [entry.id, entry]));
}

/** The overlay entries that are shown: those the stored ones do not have, and those that beat them. */
export function visibleLocalMessages(
  localMessages: readonly TimelineMessage[],
  storedById: ReadonlyMap<string | undefined, TimelineMessage>,
): readonly TimelineMessage[] {
  return localMessages.filter((entry) => {
    const stored = entry.id === undefined ? undefined : storedById.get(entry.id);
    return !stored || beatsStored(entry, stored);
  });
}

function beatsStored(now: TimelineMessage, stored: TimelineMessage): boolean {
  if (now.phase === 'failed' || now.phase === 'sending') return true;
  // A list answered in mid-run may hold the message half written.
  return stored.message.status !== undefined && !isMessageClosed(stored.message);
}

/** One row of a thread: a message someone wrote, or all that one run did. */
export type TimelineRow =
  | { readonly kind: 'message'; readonly key: string }
  | { readonly kind: 'run'; readonly key: string; readonly runId: string };

interface PlacedRow {
  readonly row: TimelineRow;
  readonly createdAt: number;
  /** A message that is not stored yet: it was sent after everything that is. */
  readonly isUnsent: boolean;
  /** A run that left no message. */
  readonly isSilent: boolean;
}

/**
 * The rows of a thread, oldest first. A run stands where its first message is; one that left no message stands
 * behind the messages it can have answered.
 *
 * @param runs The known runs, oldest first.
 */
export function toRows(
  messages: readonly TimelineMessage[],
  runs: readonly RunObject[],
): readonly TimelineRow[] {
  const seen = new Set<string>();
  const rows: PlacedRow[] = [];
  for (const { key, id, message, runId } of messages) {
    const createdAt = message.created_at;
    if (runId === null)
      rows.push({ row: { kind: 'message', key }, createdAt, isUnsent: id === undefined, isSilent: false });
    else if (!seen.has(runId)) {
      seen.add(runId);
      rows.push({ row: { kind: 'run', key: runId, runId }, createdAt, isUnsent: false, isSilent: false });
    }
  }
  const silent = runs.filter((run) => !seen.has(run.id) && !run.metadata?.[REPLACED]);
  for (const [index, run] of silent.entries()) {
    const later = silent.slice(index + 1).filter((other) => other.created_at === run.created_at).length;
    const at = placeOf(run, rows, later);
    rows.splice(at, 0, {
      row: { kind: 'run', key: run.id, runId: run.id },
      createdAt: run.created_at,
      isUnsent: false,
      isSilent: true,
    });
  }
  return rows.map(({ row }) => row);
}

/**
 * Where a run without a message goes: behind all that is older, and behind the messages of its own second but for
 * those that other runs have answered. Times are whole seconds, so within one a count has to decide.
 */
function placeOf(run: RunObject, rows: readonly PlacedRow[], laterInSecond: number): number {
  const from =
    1 +
    rows.findLastIndex(
      ({ row, createdAt, isSilent }) =>
        createdAt < run.created_at || (createdAt === run.created_at && row.kind === 'run' && isSilent),
    );
  const rest = rows.slice(from);
  const isTie = ({ row, createdAt, isUnsent }: PlacedRow): boolean =>
    row.kind === 'message' && createdAt === run.created_at && !isUnsent;
  const end = rest.findIndex((row) => !isTie(row));
  const ties = end === -1 ? rest.length : end;
  const answeredByNext = rest[ties]?.row.kind === 'run' ? 1 : 0;
  const needed = rows[from - 1]?.row.kind === 'message' ? 0 : 1;
  return from + Math.min(ties, Math.max(needed, ties - laterInSecond - answeredByNext));
}

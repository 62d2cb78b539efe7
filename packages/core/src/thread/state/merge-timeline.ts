import type { RunObject } from '../../api/index.ts';
import { REPLACED_KEY } from '../../api/metadata-keys.ts';
import { isMessageClosed } from '../../run/is-closed.ts';
import type { TimelineMessage } from '../types.ts';

/**
 * Joins the messages of the cache and the local messages, each id once. A local message replaces the stored one with its id
 * if it is sending or failed, or if the stored one is incomplete (a list can be read during the run); otherwise the stored
 * one is kept. Both lists are oldest first; local messages that are not stored come last. `storedById` avoids a walk over
 * the stored messages.
 *
 * The handover from local to stored depends on this selector and not on timing: the result is the same whichever side
 * changes first.
 */
export function mergeMessages(
  stored: readonly TimelineMessage[],
  localMessages: readonly TimelineMessage[],
  storedById: ReadonlyMap<string | undefined, TimelineMessage> = byId(stored),
): readonly TimelineMessage[] {
  const shown = visibleLocalMessages(localMessages, storedById);
  if (shown.length === 0) return stored;
  const instead = byId(shown);
  const merged = stored.map((message) => instead.get(message.id) ?? message);
  return [...merged, ...shown.filter(({ id }) => id === undefined || !storedById.has(id))];
}

function byId(messages: readonly TimelineMessage[]): Map<string | undefined, TimelineMessage> {
  return new Map(messages.map((message) => [message.id, message]));
}

/** The local messages to show: those that are not stored, and those that replace a stored one. */
export function visibleLocalMessages(
  localMessages: readonly TimelineMessage[],
  storedById: ReadonlyMap<string | undefined, TimelineMessage>,
): readonly TimelineMessage[] {
  return localMessages.filter((local) => {
    const stored = local.id === undefined ? undefined : storedById.get(local.id);
    return !stored || replacesStored(local, stored);
  });
}

function replacesStored(local: TimelineMessage, stored: TimelineMessage): boolean {
  if (local.phase === 'failed' || local.phase === 'sending') return true;
  // A list that was read during the run may have the message incomplete.
  return stored.message.status !== undefined && !isMessageClosed(stored.message);
}

/**
 * One row of a thread: a message that no run created, or everything of one run. `key` is the React key: that of the
 * `TimelineMessage`, or the id of the run.
 */
export type TimelineRow =
  | { readonly kind: 'message'; readonly key: string }
  | { readonly kind: 'run'; readonly key: string; readonly runId: string };

interface PlacedRow {
  readonly row: TimelineRow;
  readonly createdAt: number;
  /** An unstored message comes after all stored ones. */
  readonly isUnsent?: boolean;
  /** The index of the row's run among the known runs. Undefined for messages and unknown runs. */
  readonly runIndex?: number | undefined;
}

/**
 * The rows of a thread, oldest first. A run is placed at its first message; a run without messages is placed after the
 * messages that it can have responded to.
 *
 * @param runs The known runs, oldest first.
 */
export function toRows(
  messages: readonly TimelineMessage[],
  runs: readonly RunObject[],
): readonly TimelineRow[] {
  const runIndexes = new Map(runs.map(({ id }, index) => [id, index]));
  const seen = new Set<string>();
  const rows: PlacedRow[] = [];
  const toRunRow = (runId: string, createdAt: number): PlacedRow => ({
    row: { kind: 'run', key: runId, runId },
    createdAt,
    runIndex: runIndexes.get(runId),
  });
  for (const { key, id, message, runId } of messages) {
    const createdAt = message.created_at;
    if (runId === null) rows.push({ row: { kind: 'message', key }, createdAt, isUnsent: !id });
    else if (!seen.has(runId)) {
      seen.add(runId);
      rows.push(toRunRow(runId, createdAt));
    }
  }
  // From the newest on, because the row of the next run limits the place of a run.
  for (const run of runs.toReversed()) {
    if (seen.has(run.id) || run.metadata?.[REPLACED_KEY]) continue;
    const placed = toRunRow(run.id, run.created_at);
    rows.splice(placeOf(placed, rows), 0, placed);
  }
  return rows.map(({ row }) => row);
}

/**
 * The position of a run without messages: after everything older, and after the messages of the same second, except the one
 * that the next run has responded to. Timestamps are whole seconds, so within one second the order of the runs decides.
 */
function placeOf({ createdAt, runIndex = 0 }: PlacedRow, rows: readonly PlacedRow[]): number {
  const isSameSecond = (other: PlacedRow): boolean => other.createdAt === createdAt;
  const from =
    1 +
    rows.findLastIndex(
      (other) =>
        other.createdAt < createdAt || (isSameSecond(other) && (other.runIndex ?? runIndex) < runIndex),
    );
  const rest = rows.slice(from);
  const end = rest.findIndex(
    (other) => !isSameSecond(other) || other.isUnsent || (other.runIndex ?? runIndex) > runIndex,
  );
  const ties = end === -1 ? rest.length : end;
  const respondedByNext = rest[ties]?.row.kind === 'run' ? 1 : 0;
  const needed = rows[from - 1]?.row.kind === 'message' ? 0 : 1;
  return from + Math.min(ties, Math.max(needed, ties - respondedByNext));
}

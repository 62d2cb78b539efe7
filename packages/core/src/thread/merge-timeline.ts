import type { RunObject } from '../api/index.ts';
import { isMessageClosed } from '../run/run-status.ts';
import { REPLACED } from './rewrite-history.ts';
import type { TimelineMessage } from './thread-snapshot.ts';

/**
 * The messages to show: what the cache has stored and what happens now, each id once. A closed stored object
 * beats the overlay; an overlay entry that is still being sent, failed or written beats the stored one. Both
 * lists oldest first; the overlay stands behind what it does not share with the stored.
 *
 * This selector, not timing, makes the handover invisible: whichever side changes first, the result is the same.
 */
export function mergeMessages(
  stored: readonly TimelineMessage[],
  overlay: readonly TimelineMessage[],
): readonly TimelineMessage[] {
  if (overlay.length === 0) return stored;
  const storedById = new Map(stored.map((entry) => [entry.id, entry]));
  const shown = visibleOverlay(overlay, storedById);
  const instead = new Map(shown.map((entry) => [entry.id, entry]));
  const merged = stored.map((entry) => instead.get(entry.id) ?? entry);
  return [...merged, ...shown.filter(({ id }) => id === undefined || !storedById.has(id))];
}

/** The overlay entries that are shown: those the stored ones do not have, and those that beat them. */
export function visibleOverlay(
  overlay: readonly TimelineMessage[],
  storedById: ReadonlyMap<string | undefined, TimelineMessage>,
): readonly TimelineMessage[] {
  return overlay.filter((entry) => {
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

/**
 * The rows of a thread, oldest first. A run stands where its first message is; one that left no message stands
 * behind the last message that is not younger than itself.
 *
 * @param runs The known runs, oldest first.
 */
export function toRows(
  messages: readonly TimelineMessage[],
  runs: readonly RunObject[],
): readonly TimelineRow[] {
  const seen = new Set<string>();
  const rows: { row: TimelineRow; createdAt: number }[] = [];
  for (const { key, message, runId } of messages) {
    if (runId === null) rows.push({ row: { kind: 'message', key }, createdAt: message.created_at });
    else if (!seen.has(runId)) {
      seen.add(runId);
      rows.push({ row: { kind: 'run', key: runId, runId }, createdAt: message.created_at });
    }
  }
  for (const run of runs) {
    if (seen.has(run.id) || run.metadata?.[REPLACED]) continue;
    const entry = { row: { kind: 'run', key: run.id, runId: run.id } as const, createdAt: run.created_at };
    const after = rows.findLastIndex(({ createdAt }) => createdAt <= run.created_at);
    rows.splice(after + 1, 0, entry);
  }
  return rows.map(({ row }) => row);
}

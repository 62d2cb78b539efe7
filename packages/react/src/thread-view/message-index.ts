import type { MessageObject, ThreadController, TimelineMessage } from '@threadkit/core';
import type { Pages } from '../query/pages.ts';

/** The cached messages, indexed. Built once for each change of the cache, not for each delta. */
export interface MessageIndex {
  /** Oldest first. */
  readonly messages: readonly TimelineMessage[];
  readonly byId: ReadonlyMap<string | undefined, TimelineMessage>;
  readonly byRun: ReadonlyMap<string | null, readonly TimelineMessage[]>;
  /** Finds a message by the key of its row: its id, except for messages that this page has sent. */
  find(key: string): TimelineMessage | undefined;
}

/** Returns the same index for the same data, and the same row for the same message. */
export function createMessageIndexer(
  controller: Pick<ThreadController, 'getMessageKey'>,
): (data: Pages<MessageObject> | undefined) => MessageIndex {
  const rows = new WeakMap<MessageObject, TimelineMessage>();
  let last: { data: Pages<MessageObject> | undefined; index: MessageIndex } | undefined;

  const toRow = (message: MessageObject): TimelineMessage => {
    const key = controller.getMessageKey(message.id);
    const known = rows.get(message);
    if (known?.key === key) return known;
    const { id, role, run_id: runId } = message;
    const row: TimelineMessage = { key, id, role, phase: 'stored', message, runId };
    rows.set(message, row);
    return row;
  };

  return (data) => {
    if (last && last.data === data) return last.index;
    const rowsOfPages = (data?.pages ?? [])
      .flatMap((page) => page.data)
      .toReversed()
      .map(toRow);
    const byId = new Map(rowsOfPages.map((row) => [row.id, row]));
    // Pages overlap when a message was added between two requests, or when the backend includes the cursor.
    const messages = byId.size === rowsOfPages.length ? rowsOfPages : [...byId.values()];
    const renamed = new Map(messages.filter(({ key, id }) => key !== id).map((row) => [row.key, row]));
    const index: MessageIndex = {
      messages,
      byId,
      byRun: groupByRun(messages),
      find: (key) => renamed.get(key) ?? byId.get(key),
    };
    last = { data, index };
    return index;
  };
}

function groupByRun(messages: readonly TimelineMessage[]): Map<string | null, TimelineMessage[]> {
  const groups = new Map<string | null, TimelineMessage[]>();
  for (const row of messages) {
    const group = groups.get(row.runId);
    if (group) group.push(row);
    else groups.set(row.runId, [row]);
  }
  return groups;
}

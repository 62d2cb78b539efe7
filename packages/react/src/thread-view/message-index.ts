import type { MessageObject, ThreadController, TimelineMessage } from '@threadkit/core';
import type { Pages } from '../query/pages.ts';

/** The cached messages, indexed. Built once for each change of the cache, not for each delta. */
export interface MessageIndex {
  /** Oldest first. */
  readonly messages: readonly TimelineMessage[];
  readonly byId: ReadonlyMap<string | undefined, TimelineMessage>;
  readonly byRun: ReadonlyMap<string | null, readonly TimelineMessage[]>;
  /** Finds a message by its `key`: its id, except for messages that this page has sent. */
  find(key: string): TimelineMessage | undefined;
}

/** Returns the same index for the same data, and the same timeline message for the same stored one. */
export function createMessageIndexer(
  controller: Pick<ThreadController, 'getMessageKey'>,
): (data: Pages<MessageObject> | undefined) => MessageIndex {
  const timelineMessages = new WeakMap<MessageObject, TimelineMessage>();
  let last: { data: Pages<MessageObject> | undefined; index: MessageIndex } | undefined;

  const toTimelineMessage = (message: MessageObject): TimelineMessage => {
    const key = controller.getMessageKey(message.id);
    const known = timelineMessages.get(message);
    if (known?.key === key) return known;
    const { id, role, run_id: runId } = message;
    const created: TimelineMessage = { key, id, role, phase: 'stored', message, runId };
    timelineMessages.set(message, created);
    return created;
  };

  return (data) => {
    if (last && last.data === data) return last.index;
    const listed = (data?.pages ?? [])
      .flatMap((page) => page.data)
      .toReversed()
      .map(toTimelineMessage);
    const byId = new Map(listed.map((message) => [message.id, message]));
    // Pages overlap when a message was added between two requests, or when the backend includes the cursor.
    const messages = byId.size === listed.length ? listed : [...byId.values()];
    const renamed = new Map(
      messages.filter(({ key, id }) => key !== id).map((message) => [message.key, message]),
    );
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
  for (const message of messages) {
    const group = groups.get(message.runId);
    if (group) group.push(message);
    else groups.set(message.runId, [message]);
  }
  return groups;
}

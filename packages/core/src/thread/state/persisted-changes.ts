import type { RunObject } from '../../api/index.ts';
import type { ThreadContext } from './thread-context.ts';
import { removeMessage, replaceRun } from './transitions.ts';

/** Removes a message that was deleted on the server, here and in the cache. */
export function reportDeletion(
  { store, onPersisted }: ThreadContext,
  threadId: string,
  messageId: string,
): void {
  store.update((state) => removeMessage(state, messageId));
  onPersisted?.({ threadId, messages: [], removed: [messageId] });
}

/** Replaces a run whose messages were deleted, here and in the cache: no timeline shows it any more. */
export function reportReplacedRun({ store, onPersisted }: ThreadContext, run: RunObject): void {
  store.update((state) => replaceRun(state, run));
  onPersisted?.({ threadId: run.thread_id, messages: [], run });
}

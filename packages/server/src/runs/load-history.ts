import type { MessageObject, RunObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../storage/storage.ts';
import { charsOf } from './prompt-size.ts';
import { SUPERSEDED_BY } from './superseded.ts';

const PAGE = 100;

/** The thread's messages that a run reads, oldest first: what is newest and fits. */
export async function loadHistory(
  storage: Storage,
  scope: Scope,
  run: RunObject,
  maxChars: number,
): Promise<MessageObject[]> {
  const strategy = run.truncation_strategy;
  const maxMessages =
    strategy?.type === 'last_messages'
      ? (strategy.last_messages ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  const newestFirst: MessageObject[] = [];
  let chars = 0;
  let after: string | undefined;
  for (;;) {
    const page = await storage.messages.list(scope, {
      order: 'desc',
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    for (const message of page?.data ?? []) {
      if (!isRead(message, run)) continue;
      chars += charsOf([message]);
      // The newest message is always read, however long it is.
      if (newestFirst.length >= maxMessages || (chars > maxChars && newestFirst.length > 0)) {
        return newestFirst.toReversed();
      }
      newestFirst.push(message);
    }
    if (!page?.has_more) return newestFirst.toReversed();
    after = page.last_id ?? undefined;
  }
}

/** Not what is being written, nor what was begun again after a crash. The run's own come from its steps. */
function isRead(message: MessageObject, run: RunObject): boolean {
  return (
    message.status !== 'in_progress' &&
    message.run_id !== run.id &&
    message.metadata?.[SUPERSEDED_BY] === undefined
  );
}

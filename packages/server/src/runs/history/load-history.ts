import { type MessageObject, type RunObject, SUPERSEDED_BY_KEY } from '@threadkit/core/api';
import type { Scope, Storage } from '../../storage/storage.ts';
import { readAll } from './read-all.ts';
import { isSuperseded } from './superseded.ts';
import type { TokenCounter } from './token-counter.ts';

/** The newest messages of the thread that fit, oldest first. Reads and counts nothing before the first message that does not. */
export async function loadHistory(
  storage: Storage,
  scope: Scope,
  run: RunObject,
  maxTokens: number,
  count: TokenCounter,
): Promise<MessageObject[]> {
  const strategy = run.truncation_strategy;
  const maxMessages =
    strategy?.type === 'last_messages'
      ? (strategy.last_messages ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  const newestFirst: MessageObject[] = [];
  const runs = new Map<string, string | null>();
  let tokens = 0;
  for await (const message of readAll(storage.messages, scope, 'desc')) {
    runs.set(message.id, message.run_id);
    if (!isRead(message, run)) continue;
    const by = message.metadata?.[SUPERSEDED_BY_KEY];
    // The replacement is newer and therefore usually known, unless the clock was set back.
    if (by !== undefined && message.run_id !== null && !runs.has(by)) {
      const found = await storage.messages.get(scope, by);
      if (found) runs.set(found.id, found.run_id);
    }
    if (isSuperseded(message, (id) => runs.get(id))) continue;
    if (newestFirst.length >= maxMessages) break;
    tokens += count.ofMessages([message]);
    // The newest message is always included, whatever its length.
    if (tokens > maxTokens && newestFirst.length > 0) break;
    newestFirst.push(message);
  }
  return newestFirst.toReversed();
}

/** Skips messages in progress, and those of the run itself, which are read through its steps. */
function isRead({ status, run_id: runId }: MessageObject, run: RunObject): boolean {
  return status !== 'in_progress' && runId !== run.id;
}

import type { StreamEvent } from '../api/index.ts';

/**
 * Whether an event belongs to the run that is followed. Proxies and other backends have mixed up streams, and an event of
 * another run must neither be shown nor execute a tool. Deltas carry no id of a run: they count for the steps and messages
 * that are known.
 */
export function isOfRun(
  { event, data }: StreamEvent,
  { threadId, runId }: { readonly threadId: string; readonly runId: string },
): boolean {
  const ids = data as { readonly id?: unknown; readonly run_id?: unknown; readonly thread_id?: unknown };
  const isIn = (id: unknown, wanted: string): boolean => id === undefined || id === null || id === wanted;
  if (event === 'thread.message.delta' || event === 'thread.run.step.delta') return true;
  if (event.startsWith('thread.run.step.') || event.startsWith('thread.message.')) {
    return isIn(ids.run_id, runId) && isIn(ids.thread_id, threadId);
  }
  if (event.startsWith('thread.run.')) return isIn(ids.id, runId) && isIn(ids.thread_id, threadId);
  return true;
}

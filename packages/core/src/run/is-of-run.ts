import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '../api/index.ts';

/** Names the followed run. */
interface FollowedRun {
  readonly threadId: string;
  readonly runId: string;
}

interface Ids {
  readonly id?: unknown;
  readonly run_id?: unknown;
  readonly thread_id?: unknown;
}

const OF_A_RUN = /^thread\.(run\.step|run(?!\.step)|message)\.(?!delta)/;

/**
 * Whether an event belongs to the followed run. Some proxies and backends mix up streams, and an event of another run must
 * neither be shown nor execute a tool. Deltas carry no run id: they are accepted for known steps and messages.
 */
export function isOfRun({ event, data }: StreamEvent, run: FollowedRun): boolean {
  const [, subject] = OF_A_RUN.exec(event) ?? [];
  return !subject || hasIds(data as Ids, run, subject === 'run' ? 'id' : 'run_id');
}

/**
 * Whether the run wrote a listed message or step. Some backends ignore the query that asks for one run's messages and
 * list those of the whole thread. A user's message has no run.
 */
export function isWrittenByRun(item: MessageObject | RunStepObject, run: FollowedRun): boolean {
  return (item as { readonly role?: unknown }).role !== 'user' && hasIds(item, run, 'run_id');
}

/** The run with its `thread_id`, which some hosts omit. Undefined for a run of another thread. */
export function asRunOf(threadId: string, run: RunObject): RunObject | undefined {
  if (run.thread_id === threadId) return run;
  return isId(run.thread_id, threadId) ? { ...run, thread_id: threadId } : undefined;
}

function hasIds(ids: Ids, { runId, threadId }: FollowedRun, name: 'id' | 'run_id'): boolean {
  return isId(ids[name], runId) && isId(ids.thread_id, threadId);
}

/** Some hosts omit ids. */
function isId(id: unknown, wanted: string): boolean {
  return id == null || id === wanted;
}

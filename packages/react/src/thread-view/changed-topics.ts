import type { TimelineMessage } from '@threadkit/core';
import type { IndexedState } from './thread-view-state.ts';

/** What one watcher may want to hear of: a message by its key, or all that one run is and does. */
export type Topic = `message:${string}` | `run:${string}`;

/**
 * What differs between two states, as the few topics it concerns; `'all'` when the cache changed, because then
 * anything may. A delta concerns one message, however long the thread is.
 */
export function changedTopics(
  before: IndexedState | undefined,
  after: IndexedState,
): 'all' | ReadonlySet<Topic> {
  if (!before || before.index !== after.index || before.snapshot.threadId !== after.snapshot.threadId) {
    return 'all';
  }
  const topics = new Set<Topic>();
  const known = new Map(before.shown.map((row) => [row.key, row]));
  for (const row of after.shown) {
    const earlier = known.get(row.key);
    known.delete(row.key);
    if (earlier === row) continue;
    topics.add(`message:${row.key}`);
    if (earlier?.id !== row.id || earlier?.runId !== row.runId) addRun(topics, row);
  }
  for (const row of known.values()) {
    topics.add(`message:${row.key}`);
    addRun(topics, row);
  }
  const runs = new Map(before.runs.map((run) => [run.id, run]));
  if (before.runs !== after.runs) {
    for (const run of after.runs) {
      if (runs.get(run.id) !== run) topics.add(`run:${run.id}`);
    }
  }
  const { snapshot: was } = before;
  const { snapshot: is } = after;
  if (was.run?.id !== is.run?.id || was.steps !== is.steps || was.toolCalls !== is.toolCalls) {
    for (const run of [was.run, is.run]) if (run) topics.add(`run:${run.id}`);
  }
  return topics;
}

function addRun(topics: Set<Topic>, { runId }: TimelineMessage): void {
  if (runId !== null) topics.add(`run:${runId}`);
}

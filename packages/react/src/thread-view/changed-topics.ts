import type { TimelineMessage } from '@threadkit/core';
import type { IndexedState } from './thread-view-state.ts';

/** The subject of a subscription: one message by its key, or one run with its steps, calls and messages. */
export type Topic = `message:${string}` | `run:${string}`;

/**
 * Returns the topics in which two states differ, or `'all'` when the cache changed. The cost of a delta does not grow
 * with the thread.
 */
export function changedTopics(
  before: IndexedState | undefined,
  after: IndexedState,
): 'all' | ReadonlySet<Topic> {
  if (!before || before.index !== after.index || before.snapshot.threadId !== after.snapshot.threadId) {
    return 'all';
  }
  const topics = new Set<Topic>();
  const known = new Map(before.shown.map((message) => [message.key, message]));
  for (const message of after.shown) {
    const earlier = known.get(message.key);
    known.delete(message.key);
    if (earlier === message) continue;
    topics.add(`message:${message.key}`);
    if (earlier?.id !== message.id || earlier?.runId !== message.runId) addRun(topics, message);
  }
  for (const message of known.values()) {
    topics.add(`message:${message.key}`);
    addRun(topics, message);
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

import type { RunObject } from '@threadkit/core/api';
import type { SeenEvent } from './caller.ts';

/** Event names without the common prefix. */
export function namesOf(events: readonly SeenEvent[]): string[] {
  return events.map(({ event }) => event.replace(/^thread\./, ''));
}

/** Merges repeated names: the number of deltas depends on timing. */
export function withoutRepeats(names: readonly string[]): string[] {
  return names.filter((name, index) => name !== names[index - 1]);
}

/** The run in its last event. */
export function lastRun(events: readonly SeenEvent[]): RunObject {
  const run = events.findLast(({ data }) => 'object' in data && data.object === 'thread.run')?.data;
  if (!run || !('object' in run) || run.object !== 'thread.run') throw new Error('No run in the stream.');
  return run;
}

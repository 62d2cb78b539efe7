import type { RunObject } from '@threadkit/core/api';
import type { SeenEvent } from './caller.ts';

/** Event names, without what all of them begin with. */
export function namesOf(events: readonly SeenEvent[]): string[] {
  return events.map(({ event }) => event.replace(/^thread\./, ''));
}

/** How many deltas there are is the clock's affair: one stands for all. */
export function withoutRepeats(names: readonly string[]): string[] {
  return names.filter((name, index) => name !== names[index - 1]);
}

/** The run as the stream told it last. */
export function lastRun(events: readonly SeenEvent[]): RunObject {
  const run = events.findLast(({ data }) => 'object' in data && data.object === 'thread.run')?.data;
  if (!run || !('object' in run) || run.object !== 'thread.run') throw new Error('No run in the stream.');
  return run;
}

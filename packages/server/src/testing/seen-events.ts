import type { RunObject } from '@threadkit/core/api';
import type { SeenEvent } from './caller.ts';

/** The events of a run until its first step. */
export const RUN_STARTED = ['run.created', 'run.queued', 'run.in_progress'];

/** The events of a step that starts. */
export const STEP_STARTED = ['run.step.created', 'run.step.in_progress'];

/** The events of a completed message with its step; merged deltas. */
export const MESSAGE_WRITTEN = [
  ...STEP_STARTED,
  'message.created',
  'message.in_progress',
  'message.delta',
  'message.completed',
  'run.step.completed',
];

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

import type { SequencedEvent } from '@threadkit/core';

/**
 * Time of an event in Unix seconds, read from its object: events themselves have no timestamp. Undefined for deltas, and
 * for a run that continues after tool outputs.
 */
export function eventTime({ event, data }: SequencedEvent): number | undefined {
  if (!('created_at' in data)) return undefined;
  const times: Record<string, unknown> = { ...data };
  const name = event.slice(event.lastIndexOf('.') + 1);
  // A run is queued again after tool outputs, without a timestamp for it.
  const field = name === 'in_progress' && event === 'thread.run.in_progress' ? 'started_at' : `${name}_at`;
  const time = times[field];
  return typeof time === 'number' ? time : undefined;
}

import type { SequencedEvent } from '@threadkit/core';

/**
 * When an event happened, in Unix seconds, as far as its object says: events themselves have no time on the wire.
 * Undefined for deltas, and where a run goes on after its tools.
 */
export function eventTime({ event, data }: SequencedEvent): number | undefined {
  if (!('created_at' in data)) return undefined;
  const times: Record<string, unknown> = { ...data };
  const name = event.slice(event.lastIndexOf('.') + 1);
  // A run is queued again after a tool round, and says nothing of when.
  const field = name === 'in_progress' && event === 'thread.run.in_progress' ? 'started_at' : `${name}_at`;
  const time = times[field];
  return typeof time === 'number' ? time : undefined;
}

import type { StreamEvent } from '@threadkit/core/api';
import type { StoredEvent } from './storage.ts';

/** Numbers the events of a commit and serializes them, once for storage and all readers. */
export function toStoredEvents(events: readonly StreamEvent[], lastSeq: number): StoredEvent[] {
  let last: unknown;
  let json = '';
  return events.map(({ event, data }, index) => {
    // An object is often created and in progress at once.
    if (data !== last) json = JSON.stringify(data);
    last = data;
    return { seq: lastSeq + 1 + index, event, json };
  });
}

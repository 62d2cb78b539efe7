import type { StreamEvent } from '@threadkit/core/api';
import type { StoredEvent } from './storage.ts';

/** Numbers the events of a commit and serializes them, once for storage and all readers. */
export function toStoredEvents(events: readonly StreamEvent[], lastSeq: number): StoredEvent[] {
  return events.map(({ event, data }, index) => ({
    seq: lastSeq + 1 + index,
    event,
    json: JSON.stringify(data),
  }));
}

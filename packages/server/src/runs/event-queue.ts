import type { StoredEvent } from '../storage/storage.ts';

/** Characters that wait for a slow reader; further events are read from the storage when the reader gets there. */
const MAX_CHARS = 100_000;

/** The events of a run for one reader, in order and without gaps, from commits and from reads of the storage. */
export interface EventQueue {
  /** Number of the last event that was added. */
  readonly lastSeq: number;
  /** Whether the storage may have events after `lastSeq`. */
  readonly isBehind: boolean;
  /** Adds the events of a commit. With an empty array, or when the events do not fit, sets `isBehind`. */
  push(events: readonly StoredEvent[]): void;
  /** Reads the events after `lastSeq`, up to `limit`, with this function. Resolves with how many there were. */
  fill(
    read: (after: number, limit: number) => Promise<readonly StoredEvent[]>,
    limit: number,
  ): Promise<number>;
  /** Removes the events that wait. */
  takeAll(): readonly StoredEvent[];
}

/** `after` is the number of the last event that the reader has. */
export function createEventQueue(after: number): EventQueue {
  let events: StoredEvent[] = [];
  let lastSeq = after;
  let chars = 0;
  let isBehind = true;

  function add(event: StoredEvent): void {
    events.push(event);
    chars += event.json.length;
    lastSeq = event.seq;
  }

  return {
    get lastSeq() {
      return lastSeq;
    },
    get isBehind() {
      return isBehind;
    },

    push(committed) {
      const fits = committed[0]?.seq === lastSeq + 1 && chars < MAX_CHARS;
      if (fits) committed.forEach(add);
      else isBehind = true;
    },

    async fill(read, limit) {
      isBehind = false;
      const stored = await read(lastSeq, limit);
      // Commits in the meantime may have brought some of them.
      for (const event of stored) if (event.seq > lastSeq) add(event);
      if (stored.length === limit) isBehind = true;
      return stored.length;
    },

    takeAll() {
      const taken = events;
      events = [];
      chars = 0;
      return taken;
    },
  };
}

import type { ThreadController } from '@threadkit/core';
import type { DraftStorage } from './draft-storage.ts';

/** What was typed for a thread and not sent. */
export interface Draft {
  /**
   * Calls `put` with what was typed before, as soon as that is known: on another visit, or before a reload. Never
   * after something was saved, so that it cannot overwrite what the person types. Returns the way to stop.
   */
  restore(put: (text: string) => void): () => void;
  /** Keeps what stands in the field now; `''` forgets it, as when it was sent. */
  save(text: string): void;
}

/** @param placeNow Where the text is kept: undefined for a chat that has neither a thread nor a place of its own. */
export function createDraft(
  shelf: DraftStorage,
  controller: ThreadController,
  placeNow: () => string | undefined,
): Draft {
  /** What stands in the field, once this page knows. */
  let text: string | undefined;
  let place = placeNow();

  /** A new chat has become a thread, or was led back to one: its text goes on with it. */
  const keep = (next: string): void => {
    text = next;
    const now = placeNow();
    if (place !== now && place !== undefined) shelf.put(place, '');
    if (now !== undefined) shelf.put(now, next);
    place = now;
  };

  return {
    restore(put) {
      let isStopped = false;
      const look = async (): Promise<void> => {
        const places = [placeNow(), place].filter((known) => known !== undefined);
        for (const known of new Set(places)) {
          const stored = await shelf.get(known);
          if (isStopped || text !== undefined) return;
          if (stored === '') continue;
          keep(stored);
          put(stored);
        }
      };
      const onThread = (): void => {
        if (placeNow() === place) return;
        if (text === undefined) void look();
        else keep(text);
      };
      const leave = controller.subscribe(onThread);
      if (text === undefined) void look();
      else {
        onThread();
        put(text);
      }
      return () => {
        isStopped = true;
        leave();
      };
    },
    save(next) {
      keep(next);
      // Sent or given up: a reload must not bring it back.
      if (next === '') shelf.flush();
    },
  };
}

import type { ThreadController } from '@threadkit/core';
import type { DraftStorage } from './draft-storage.ts';

/** The unsent text of one thread. From `useDraft`. */
export interface Draft {
  /**
   * Calls `put` with the stored text as soon as it is read. Does not call it after `save`, so it cannot overwrite what
   * the user types. Returns the function that stops this.
   */
  restore(put: (text: string) => void): () => void;
  /** Stores the text of the field. `''` removes it, as after sending. */
  save(text: string): void;
}

/** @param placeNow Returns where the text is stored; `undefined` for a chat without thread, name and shared entry. */
export function createDraft(
  storage: DraftStorage,
  controller: ThreadController,
  placeNow: () => string | undefined,
): Draft {
  /** The text of the field; `undefined` until it is read or typed. */
  let text: string | undefined;
  let place = placeNow();

  /** Stores a text. Removes it from its previous place if the chat has got a thread since. */
  const store = (next: string): void => {
    text = next;
    const now = placeNow();
    if (place !== now && place !== undefined) storage.put(place, '');
    if (now !== undefined) storage.put(now, next);
    place = now;
  };

  return {
    restore(put) {
      let isStopped = false;
      const readStored = async (): Promise<void> => {
        const places = [placeNow(), place].filter((known) => known !== undefined);
        for (const known of new Set(places)) {
          const stored = await storage.get(known);
          if (isStopped || text !== undefined) return;
          if (stored === '') continue;
          store(stored);
          put(stored);
        }
      };
      const onThread = (): void => {
        if (placeNow() === place) return;
        if (text === undefined) void readStored();
        else store(text);
      };
      const leave = controller.subscribe(onThread);
      if (text === undefined) void readStored();
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
      store(next);
      // The text was sent or deleted: a reload must not restore it.
      if (next === '') storage.flush();
    },
  };
}

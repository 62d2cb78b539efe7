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

/** @param getKey Returns the key of the stored text; `undefined` for a chat without thread, name and shared entry. */
export function createDraft(
  storage: DraftStorage,
  controller: ThreadController,
  getKey: () => string | undefined,
): Draft {
  /** The text of the field; `undefined` until it is read or typed. */
  let text: string | undefined;
  let key = getKey();

  /** Stores a text. Removes it from its previous key if the chat has got a thread since. */
  const store = (next: string): void => {
    text = next;
    const now = getKey();
    if (key !== now && key !== undefined) storage.put(key, '');
    if (now !== undefined) storage.put(now, next);
    key = now;
  };

  return {
    restore(put) {
      let isStopped = false;
      const readStored = async (): Promise<void> => {
        const keys = [getKey(), key].filter((known) => known !== undefined);
        for (const known of new Set(keys)) {
          const stored = await storage.get(known);
          if (isStopped || text !== undefined) return;
          if (stored === '') continue;
          store(stored);
          put(stored);
        }
      };
      const onThread = (): void => {
        if (getKey() === key) return;
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

import type { Environment, ThreadController } from '@threadkit/core';
import { createDraft, type Draft } from './draft.ts';
import { createDraftStorage } from './draft-storage.ts';

/** The drafts of one client. */
export interface DraftRegistry {
  /** Returns the draft of a controller, which all its readers share. */
  of(controller: ThreadController): Draft;
  /** Stores the text of a new chat under this name. */
  name(controller: ThreadController, newChatKey: string): void;
  /** Removes the text of a deleted thread. */
  forget(threadId: string): void;
  /** Writes pending texts at once. */
  flush(): void;
  /** Removes every text, for sign-out. */
  clear(): void;
}

export function createDraftRegistry(
  environment: Pick<Environment, 'keyValueStore' | 'setTimer'>,
  clientKey: string,
): DraftRegistry {
  const storage = createDraftStorage(environment, clientKey);
  const names = new WeakMap<ThreadController, string>();
  const drafts = new WeakMap<ThreadController, Draft>();
  /** The mounted new chat without a name whose text is stored. New chats without a name share one entry. */
  let newChat: ThreadController | undefined;
  const toThreadKey = (threadId: string): string => `thread:${threadId}`;

  return {
    of(controller) {
      const known = drafts.get(controller);
      if (known) return known;
      const { restore, save } = createDraft(storage, controller, () => {
        const { threadId } = controller.getSnapshot();
        if (threadId !== undefined) return toThreadKey(threadId);
        const name = names.get(controller);
        if (name !== undefined) return `draft:${name}`;
        return newChat === controller ? 'new' : undefined;
      });
      const draft: Draft = {
        save,
        restore(put) {
          if (controller.getSnapshot().threadId === undefined && !names.has(controller))
            newChat ??= controller;
          const stop = restore(put);
          return () => {
            stop();
            if (newChat === controller) newChat = undefined;
          };
        },
      };
      drafts.set(controller, draft);
      return draft;
    },
    name: (controller, newChatKey) => void names.set(controller, newChatKey),
    forget: (threadId) => storage.put(toThreadKey(threadId), ''),
    flush: storage.flush,
    clear: storage.clear,
  };
}

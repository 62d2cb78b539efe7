import type { Environment, ThreadController } from '@threadkit/core';
import { createDraft, type Draft } from './draft.ts';
import { createDraftStorage } from './draft-storage.ts';

/** The drafts of all chats of one client. */
export interface DraftRegistry {
  /** The one draft of a controller. */
  of(controller: ThreadController): Draft;
  /** A chat that has no thread yet keeps its text under this name. */
  name(controller: ThreadController, newChatKey: string): void;
  /** The thread was deleted. */
  forget(threadId: string): void;
  flush(): void;
  /** Forgets all, for sign-out. */
  clear(): void;
}

export function createDraftRegistry(
  environment: Pick<Environment, 'keyValueStore' | 'setTimer'>,
  clientKey: string,
): DraftRegistry {
  const shelf = createDraftStorage(environment, clientKey);
  const names = new WeakMap<ThreadController, string>();
  const drafts = new WeakMap<ThreadController, Draft>();
  /** Of the chats without thread and name that are shown, the one whose text is kept: there is one place for all. */
  let newChat: ThreadController | undefined;
  const threadPlace = (threadId: string): string => `thread:${threadId}`;

  return {
    of(controller) {
      const known = drafts.get(controller);
      if (known) return known;
      const { restore, save } = createDraft(shelf, controller, () => {
        const { threadId } = controller.getSnapshot();
        if (threadId !== undefined) return threadPlace(threadId);
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
    forget: (threadId) => shelf.put(threadPlace(threadId), ''),
    flush: shelf.flush,
    clear: shelf.clear,
  };
}

import type { Environment, ThreadController } from '@threadkit/core';
import { createDraft, type Draft } from './draft.ts';
import { createDraftShelf } from './draft-storage.ts';

/** The drafts of all chats of one client. */
export interface DraftBook {
  /** The one draft of a controller. */
  of(controller: ThreadController): Draft;
  /** A chat that has no thread yet keeps its text under this name. */
  name(controller: ThreadController, draftKey: string): void;
  /** The thread was deleted. */
  forget(threadId: string): void;
  flush(): void;
  /** Forgets all, for sign-out. */
  clear(): void;
}

export function createDraftBook(
  environment: Pick<Environment, 'drafts' | 'setTimer'>,
  clientKey: string,
): DraftBook {
  const shelf = createDraftShelf(environment, clientKey);
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
    name: (controller, draftKey) => void names.set(controller, draftKey),
    forget: (threadId) => shelf.put(threadPlace(threadId), ''),
    flush: shelf.flush,
    clear: shelf.clear,
  };
}

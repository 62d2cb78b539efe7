import type { Environment, ThreadController } from '@threadkit/core';
import { createDraft, type Draft } from './draft.ts';
import { createDraftShelf } from './draft-shelf.ts';

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
  const threadPlace = (threadId: string): string => `thread:${threadId}`;

  return {
    of(controller) {
      const known = drafts.get(controller);
      if (known) return known;
      const draft = createDraft(shelf, controller, () => {
        const { threadId } = controller.getSnapshot();
        if (threadId !== undefined) return threadPlace(threadId);
        const name = names.get(controller);
        return name === undefined ? undefined : `draft:${name}`;
      });
      drafts.set(controller, draft);
      return draft;
    },
    name: (controller, draftKey) => void names.set(controller, draftKey),
    forget: (threadId) => shelf.put(threadPlace(threadId), ''),
    flush: shelf.flush,
    clear: shelf.clear,
  };
}

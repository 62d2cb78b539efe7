import type { Subscribable, ThreadController } from './state/thread-snapshot.ts';
import { type Activities, createActivityBoard } from './thread-activity.ts';
import { createThreadController } from './thread-controller.ts';
import type { ThreadControllerOptions } from './thread-controller-options.ts';

/** One controller a thread, for everyone on the page who looks at it. */
export interface ControllerRegistry {
  /** The thread's controller. Safe to call while rendering: what it makes is inert. */
  get(threadId: string): ThreadController;
  /** The thread's controller if someone has asked for it. */
  find(threadId: string): ThreadController | undefined;
  /** What goes on in the threads of this page. Watching it looks at none of them. */
  readonly activities: Subscribable<Activities>;
  /** Ends a thread's controller: the thread was deleted. */
  forget(threadId: string): void;
  /**
   * The controller of a chat that has no thread yet; later the thread's id finds the same one.
   *
   * @param isRemembered A reload leads back to the thread. False for keys of one component; they never collide with
   *   remembered ones.
   */
  getNewChat(newChatKey: string, isRemembered: boolean): ThreadController;
  /** Ends all controllers, when the provider goes. The registry can be used again. */
  clear(): void;
  /** The same on sign-out: no chat leads back to its thread any more. */
  reset(): void;
}

export type RegistryOptions = Omit<
  ThreadControllerOptions,
  'threadId' | 'assistantId' | 'newChatKey' | 'onIdle' | 'onActivity'
>;

export function createControllerRegistry(options: RegistryOptions): ControllerRegistry {
  const controllers = new Map<string, ThreadController>();
  const board = createActivityBoard();

  function make(key: string, threadId: string | undefined, newChatKey?: string): ThreadController {
    const known = controllers.get(key);
    if (known) return known;
    const controller = createThreadController({
      ...options,
      threadId,
      newChatKey,
      onActivity(id, activity) {
        // One that was forgotten may still be ending.
        if (controllers.get(threadKey(id)) === controller) board.set(id, activity);
      },
      onThreadNamed(id) {
        controllers.set(threadKey(id), controller);
        options.onThreadNamed?.(id);
      },
      onIdle() {
        // A draft stays until its page goes: its key is all that leads back to what was typed and failed.
        if (threadId !== undefined) controllers.delete(key);
      },
    });
    controllers.set(key, controller);
    return controller;
  }

  return {
    get: (threadId) => make(threadKey(threadId), threadId),
    find: (threadId) => controllers.get(threadKey(threadId)),
    activities: board,
    forget(threadId) {
      const forgotten = controllers.get(threadKey(threadId));
      forgotten?.dispose();
      board.set(threadId, undefined);
      // Under its draft's key, too.
      for (const [key, controller] of controllers) if (controller === forgotten) controllers.delete(key);
    },
    getNewChat: (newChatKey, isRemembered) =>
      isRemembered
        ? make(`draft:${newChatKey}`, undefined, newChatKey)
        : make(`unnamed:${newChatKey}`, undefined),
    clear,
    reset() {
      for (const controller of controllers.values()) controller.forget();
      clear();
    },
  };

  function clear(): void {
    for (const controller of controllers.values()) controller.dispose();
    controllers.clear();
    board.clear();
  }
}

function threadKey(threadId: string): string {
  return `thread:${threadId}`;
}

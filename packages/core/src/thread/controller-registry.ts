import type { Subscribable, ThreadController } from './state/thread-snapshot.ts';
import { type Activities, createActivityBoard } from './thread-activity.ts';
import { createThreadController } from './thread-controller.ts';
import type { ThreadControllerOptions } from './thread-controller-options.ts';

/** Keeps one controller per thread, shared by all components of the page. */
export interface ControllerRegistry {
  /** The thread's controller, created on first use. Safe to call while rendering: a new controller is inert. */
  get(threadId: string): ThreadController;
  /** The thread's controller if it exists. */
  find(threadId: string): ThreadController | undefined;
  /** The activity of this page's threads. Subscribing to it activates no controller. */
  readonly activities: Subscribable<Activities>;
  /** Disposes a thread's controller, because the thread was deleted. */
  forget(threadId: string): void;
  /**
   * The controller of a chat without a thread. After the thread is created, `get(threadId)` returns the same controller.
   *
   * @param isRemembered Whether the chat continues with its thread after a reload. False for keys that one component made
   *   up; they never collide with remembered ones.
   */
  getNewChat(newChatKey: string, isRemembered: boolean): ThreadController;
  /** Disposes all controllers, because the provider unmounted. The registry can be used again. */
  clear(): void;
  /** Like `clear`, for sign-out: also deletes which thread a new chat created, and the journals of open tool calls. */
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
        // A forgotten controller may still report its end.
        if (controllers.get(threadKey(id)) === controller) board.set(id, activity);
      },
      onThreadNamed(id) {
        controllers.set(threadKey(id), controller);
        options.onThreadNamed?.(id);
      },
      onIdle() {
        // A new chat stays until the page closes: nothing else leads to its unsent and failed messages.
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
      // It is registered under the new chat's key as well.
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

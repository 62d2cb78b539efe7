import { type Activities, createActivityBoard } from './thread-activity.ts';
import { createThreadController } from './thread-controller.ts';
import type { Subscribable, ThreadController, ThreadControllerOptions } from './types.ts';

/** Keeps one controller per thread, shared by all components of the page. */
export interface ControllerRegistry {
  /** The thread's controller, created on first use. Safe to call while rendering: a new controller is inert. */
  get(threadId: string): ThreadController;
  /** The thread's controller if it exists. */
  find(threadId: string): ThreadController | undefined;
  /** The activity of this page's threads. Subscribing to it activates no controller. */
  readonly activities: Subscribable<Activities>;
  /** Disposes a thread's controller, because the thread was deleted. */
  remove(threadId: string): void;
  /**
   * The controller of a chat without a thread. After the thread is created, `get(threadId)` returns the same controller.
   *
   * @param isRemembered Whether the chat continues with its thread after a reload. False for a key that was generated for
   *   one component. Generated keys never collide with those of an app.
   */
  getNewChat(newChatKey: string, isRemembered: boolean): ThreadController;
  /** Disposes all controllers, because the provider unmounted. The registry can be used again. */
  clear(): void;
  /** Like `clear`, for sign-out: also deletes which thread a new chat created, and the journals of open tool calls. */
  reset(): void;
}

/** Options of `createControllerRegistry`: those that all controllers share. */
export type ControllerRegistryOptions = Omit<
  ThreadControllerOptions,
  'threadId' | 'assistantId' | 'newChatKey' | 'onIdle' | 'onActivity'
>;

/** Creates an empty registry. Sends no request until one of its controllers is subscribed to. */
export function createControllerRegistry(options: ControllerRegistryOptions): ControllerRegistry {
  /** Weak: a controller without a component, an active run or unsent input can be collected. */
  const controllers = new Map<string, WeakRef<ThreadController>>();
  /** The controllers that must not be collected. */
  const kept = new Set<ThreadController>();
  const board = createActivityBoard();

  function find(key: string): ThreadController | undefined {
    return controllers.get(key)?.deref();
  }

  function register(key: string, controller: ThreadController): void {
    unregister(undefined);
    controllers.set(key, new WeakRef(controller));
  }

  /** Removes all keys of a controller; of the collected ones for `undefined`. */
  function unregister(controller: ThreadController | undefined): void {
    for (const [key, reference] of controllers) {
      if (reference.deref() === controller) controllers.delete(key);
    }
  }

  function make(key: string, threadId?: string, newChatKey?: string): ThreadController {
    const known = find(key);
    if (known) return known;
    const controller = createThreadController({
      ...options,
      threadId,
      newChatKey,
      onActivity(id, activity) {
        // A removed controller may still report its end.
        if (find(threadKey(id)) !== controller) return;
        if (activity) kept.add(controller);
        board.set(id, activity);
      },
      onThreadIdKnown(id) {
        register(threadKey(id), controller);
        kept.add(controller);
        options.onThreadIdKnown?.(id);
      },
      onIdle() {
        // A chat with a `newChatKey` is kept, so that `reset` finds it and removes its key from the storage.
        if (newChatKey === undefined && !hasUnsentInput(controller)) kept.delete(controller);
      },
    });
    register(key, controller);
    // Otherwise the key belongs to one component, which retains the controller itself.
    if (threadId ?? newChatKey) kept.add(controller);
    return controller;
  }

  return {
    get: (threadId) => make(threadKey(threadId), threadId),
    find: (threadId) => find(threadKey(threadId)),
    activities: board,
    remove(threadId) {
      const removed = find(threadKey(threadId));
      board.set(threadId, undefined);
      if (!removed) return;
      removed.dispose();
      kept.delete(removed);
      unregister(removed);
    },
    getNewChat: (newChatKey, isRemembered) =>
      isRemembered ? make(`newChat:${newChatKey}`, undefined, newChatKey) : make(`unnamed:${newChatKey}`),
    clear,
    reset() {
      for (const reference of controllers.values()) reference.deref()?.forget();
      clear();
    },
  };

  function clear(): void {
    for (const reference of controllers.values()) reference.deref()?.dispose();
    controllers.clear();
    kept.clear();
    board.clear();
  }
}

/** Input that exists nowhere else: queued messages, and messages that failed to be sent. */
function hasUnsentInput(controller: ThreadController): boolean {
  const { queue, localMessages } = controller.getSnapshot();
  return queue.length > 0 || localMessages.some(({ phase }) => phase === 'failed');
}

function threadKey(threadId: string): string {
  return `thread:${threadId}`;
}

import type { Environment } from '../../environment/environment.ts';

/** Stores the id of the thread that a new chat created. Without a key nothing is stored. */
export interface NewChatMemory {
  get(): Promise<string | undefined>;
  set(threadId: string): void;
  /** Returns whether the chat has a key. */
  forget(): boolean;
}

/** `clientKey` separates the chats of two backends or users. */
export function createNewChatMemory(
  { keyValueStore }: Pick<Environment, 'keyValueStore'>,
  clientKey: string,
  newChatKey: string | undefined,
): NewChatMemory {
  const key = `thread:${clientKey}:${newChatKey}`;
  return {
    get: async () => (newChatKey === undefined ? undefined : keyValueStore.get(key)),
    set(threadId) {
      if (newChatKey !== undefined) void keyValueStore.set(key, threadId);
    },
    forget() {
      if (newChatKey !== undefined) void keyValueStore.set(key, undefined);
      return newChatKey !== undefined;
    },
  };
}

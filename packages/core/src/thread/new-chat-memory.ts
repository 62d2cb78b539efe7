import type { Environment } from '../environment/environment.ts';

/** Remembers which thread a new chat became. Without a key it remembers nothing. */
export interface NewChatMemory {
  recall(): Promise<string | undefined>;
  remember(threadId: string): void;
  /** True when there was something to forget. */
  forget(): boolean;
}

/** `clientKey` keeps the drafts of two backends, or two users, apart. */
export function createNewChatMemory(
  { keyValueStore }: Pick<Environment, 'keyValueStore'>,
  clientKey: string,
  newChatKey: string | undefined,
): NewChatMemory {
  const key = `thread:${clientKey}:${newChatKey}`;
  return {
    recall: async () => (newChatKey === undefined ? undefined : keyValueStore.get(key)),
    remember(threadId) {
      if (newChatKey !== undefined) void keyValueStore.set(key, threadId);
    },
    forget() {
      if (newChatKey !== undefined) void keyValueStore.set(key, undefined);
      return newChatKey !== undefined;
    },
  };
}

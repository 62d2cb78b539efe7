import type { Environment } from '../environment/environment.ts';

/** Remembers which thread a new chat became. Without a key it remembers nothing. */
export interface DraftMemory {
  recall(): Promise<string | undefined>;
  remember(threadId: string): void;
  /** True when there was something to forget. */
  forget(): boolean;
}

/** `clientKey` keeps the drafts of two backends, or two users, apart. */
export function createDraftMemory(
  { drafts }: Pick<Environment, 'drafts'>,
  clientKey: string,
  draftKey: string | undefined,
): DraftMemory {
  const key = `thread:${clientKey}:${draftKey}`;
  return {
    recall: async () => (draftKey === undefined ? undefined : drafts.get(key)),
    remember(threadId) {
      if (draftKey !== undefined) void drafts.set(key, threadId);
    },
    forget() {
      if (draftKey !== undefined) void drafts.set(key, undefined);
      return draftKey !== undefined;
    },
  };
}

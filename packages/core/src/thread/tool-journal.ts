import type { Environment } from '../environment/environment.ts';

export type JournalEntry =
  | { readonly state: 'started' }
  | { readonly state: 'settled'; readonly text: string };

/**
 * What became of a call, written where it outlives a reload: a call that was started and not settled may have
 * had its effect, so it is not run again unasked; a settled one is submitted without running it again.
 */
export interface ToolJournal {
  read(runId: string, callId: string): Promise<JournalEntry | undefined>;
  write(runId: string, callId: string, entry: JournalEntry): Promise<void>;
  clear(runId: string, callIds: readonly string[]): Promise<void>;
}

/** `clientKey` keeps the journals of two backends apart. */
export function createToolJournal({ drafts }: Pick<Environment, 'drafts'>, clientKey: string): ToolJournal {
  const keyOf = (runId: string, callId: string): string => `call:${clientKey}:${runId}:${callId}`;
  return {
    async read(runId, callId) {
      const text = await drafts.get(keyOf(runId, callId));
      return text === undefined ? undefined : (JSON.parse(text) as JournalEntry);
    },
    write: (runId, callId, entry) => drafts.set(keyOf(runId, callId), JSON.stringify(entry)),
    async clear(runId, callIds) {
      await Promise.all(callIds.map((callId) => drafts.set(keyOf(runId, callId), undefined)));
    },
  };
}

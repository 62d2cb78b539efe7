import type { Environment } from '../../environment/environment.ts';
import { parseJson } from '../../parse-json.ts';

export type JournalEntry =
  | { readonly state: 'started' }
  | { readonly state: 'settled'; readonly text: string };

/**
 * Records the state of calls in storage that survives a reload. A call that was started and not settled may have had its
 * effect, so it is not executed again without asking; a settled one is submitted without executing it again.
 */
export interface ToolJournal {
  read(runId: string, callId: string): Promise<JournalEntry | undefined>;
  /** Resolves with whether the entry survives a reload. Never rejects. */
  write(runId: string, callId: string, entry: JournalEntry): Promise<boolean>;
  clear(runId: string, callIds: readonly string[]): Promise<void>;
}

/** `clientKey` separates the journals of two backends. */
export function createToolJournal(
  { keyValueStore }: Pick<Environment, 'keyValueStore'>,
  clientKey: string,
): ToolJournal {
  const keyOf = (runId: string, callId: string): string => `call:${clientKey}:${runId}:${callId}`;
  return {
    async read(runId, callId) {
      try {
        const text = await keyValueStore.get(keyOf(runId, callId));
        return text === undefined ? undefined : parseEntry(text);
      } catch {
        // Unknown whether the call was started, so it counts as started.
        return { state: 'started' };
      }
    },
    async write(runId, callId, entry) {
      try {
        await keyValueStore.set(keyOf(runId, callId), JSON.stringify(entry));
        return true;
      } catch {
        // Private browsing and a full storage reject writes.
        return false;
      }
    },
    async clear(runId, callIds) {
      await Promise.allSettled(callIds.map((callId) => keyValueStore.set(keyOf(runId, callId), undefined)));
    },
  };
}

/** An unreadable entry still shows that one was written: the call counts as started. */
function parseEntry(text: string): JournalEntry {
  const entry = parseJson(text) as { readonly state?: unknown; readonly text?: unknown } | null | undefined;
  if (entry?.state === 'settled' && typeof entry.text === 'string') {
    return { state: 'settled', text: entry.text };
  }
  return { state: 'started' };
}

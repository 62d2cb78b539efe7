import type { StoredEvent } from './storage.ts';

export type CommitListener = (events: readonly StoredEvent[]) => void;

/** The listeners of `Storage.onCommit`, by run: a commit costs nothing for the readers of other runs. */
export interface RunListeners {
  add(runId: string, listener: CommitListener): () => void;
  notify(runId: string, events: readonly StoredEvent[]): void;
  /** The runs that have listeners. */
  runIds(): readonly string[];
  clear(): void;
}

export function createRunListeners(): RunListeners {
  const byRun = new Map<string, Set<CommitListener>>();
  return {
    add(runId, listener) {
      const listeners = byRun.get(runId) ?? new Set();
      byRun.set(runId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byRun.get(runId) === listeners) byRun.delete(runId);
      };
    },
    notify(runId, events) {
      for (const listener of byRun.get(runId) ?? []) listener(events);
    },
    runIds: () => [...byRun.keys()],
    clear: () => byRun.clear(),
  };
}

import type { DatabaseSync } from 'node:sqlite';
import { transact } from './transact.ts';

/** Writes of several callers in one transaction, which costs about as much as one of them. */
export interface GroupCommit {
  /**
   * Executes `act`, which is synchronous, and resolves with its result once this is committed. Starts at the end of the current
   * event loop iteration, with all writes that came until then. A rejected write does not affect the others: all are undone, and
   * each is executed again, so `act` must only write to the database.
   * `onCommit` is called with the result before the promise resolves.
   */
  write<T>(act: () => T, onCommit?: (result: T) => void): Promise<T>;
  /** Commits what is waiting. */
  flush(): void;
}

interface Pending {
  readonly execute: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit(database: () => DatabaseSync): GroupCommit {
  let waiting: Pending[] = [];
  let scheduled: NodeJS.Immediate | undefined;

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    const group = waiting;
    waiting = [];
    if (group.length > 0) commit(database, group);
  }

  return {
    write(act, onCommit) {
      return new Promise((resolve, reject) => {
        let result: ReturnType<typeof act>;
        waiting.push({
          execute() {
            result = act();
          },
          resolve() {
            try {
              onCommit?.(result);
              resolve(result);
            } catch (error) {
              // The others of the group must still settle.
              reject(error);
            }
          },
          reject,
        });
        scheduled ??= setImmediate(flush);
      });
    },
    flush,
  };
}

/**
 * Executes a group in one transaction, and each write in its own when one of them fails. A savepoint for each write would undo it
 * alone, but costs more than the writes: SQLite then copies every page before it is changed again.
 */
function commit(database: () => DatabaseSync, group: readonly Pending[]): void {
  let failed: Pending | undefined;
  try {
    transact(database(), () => {
      for (const pending of group) {
        failed = pending;
        pending.execute();
      }
      failed = undefined;
    });
  } catch (error) {
    if (failed && group.length > 1) for (const pending of group) commit(database, [pending]);
    else for (const { reject } of group) reject(error);
    return;
  }
  for (const { resolve } of group) resolve();
}

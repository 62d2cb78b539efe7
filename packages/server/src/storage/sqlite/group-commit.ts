import type { DatabaseSync } from 'node:sqlite';
import { transact } from './transact.ts';

/** Writes of several callers in one transaction, which costs about as much as one of them. */
export interface GroupCommit {
  /**
   * Executes `act`, which is synchronous, and resolves with its result once this is committed. Starts at the end of the current
   * event loop iteration, with all writes that came until then. A rejected write does not affect the others.
   * `onCommit` is called with the result before the promise resolves.
   */
  write<T>(act: () => T, onCommit?: (result: T) => void): Promise<T>;
  /** Commits what is waiting. */
  flush(): void;
}

interface Pending {
  readonly execute: () => void;
  /** Called once the group is committed, or was not. */
  readonly settle: (failure: Failure | undefined) => void;
}

interface Failure {
  readonly error: unknown;
}

export function createGroupCommit(database: () => DatabaseSync): GroupCommit {
  let waiting: Pending[] = [];
  let scheduled: NodeJS.Immediate | undefined;

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const failure = commitGroup(database, group);
    for (const { settle } of group) settle(failure);
  }

  return {
    write(act, onCommit) {
      return new Promise((resolve, reject) => {
        let outcome: { readonly result: ReturnType<typeof act> } | Failure | undefined;
        waiting.push({
          execute() {
            try {
              outcome = { result: act() };
            } catch (error) {
              outcome = { error };
              throw error;
            }
          },
          settle(failure) {
            const settled = failure ?? outcome;
            if (!settled || 'error' in settled) {
              reject(settled?.error);
              return;
            }
            try {
              onCommit?.(settled.result);
              resolve(settled.result);
            } catch (error) {
              // The others of the group must still settle.
              reject(error);
            }
          },
        });
        scheduled ??= setImmediate(flush);
      });
    },
    flush,
  };
}

/** Undefined when the group is committed, without the writes that failed on their own. */
function commitGroup(database: () => DatabaseSync, group: readonly Pending[]): Failure | undefined {
  try {
    const open = database();
    transact(open, () => {
      for (const pending of group) executeAlone(open, pending);
    });
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Undoes only this write when it fails. Throws when SQLite has rolled back the whole transaction, as for a full disk. */
function executeAlone(database: DatabaseSync, { execute }: Pending): void {
  database.exec('SAVEPOINT one');
  try {
    execute();
  } catch (error) {
    try {
      database.exec('ROLLBACK TO one; RELEASE one');
    } catch {
      throw error;
    }
    return;
  }
  database.exec('RELEASE one');
}

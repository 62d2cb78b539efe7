import type { DatabaseSync } from 'node:sqlite';

/** Runs one act as a whole. It is synchronous, so nothing of this process comes in between. */
export function transact<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

import type { DatabaseSync } from 'node:sqlite';

/** Runs one act as a whole. It is synchronous, so nothing of this process comes in between. */
export function transact<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after some errors, a full disk among them. Node before 22.16 cannot tell.
    if (!('isTransaction' in database) || database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

import type { DatabaseSync } from 'node:sqlite';

/** Executes `act` in a transaction. `act` is synchronous, so other code of this process cannot interleave. */
export function transact<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // After some errors, such as a full disk, SQLite has already rolled back. Node before 22.16 cannot report it.
    if (!('isTransaction' in database) || database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

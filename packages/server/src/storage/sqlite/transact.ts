import type { DatabaseSync } from 'node:sqlite';

/** Executes `act` in a transaction. `act` is synchronous, so other code of this process cannot interleave. */
export function transact<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // After some errors, such as a full disk, SQLite has rolled back already. The error that led here says why.
  }
}

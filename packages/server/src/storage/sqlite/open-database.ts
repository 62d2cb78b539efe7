import { DatabaseSync } from 'node:sqlite';
import { StorageUnavailable } from '../storage-unavailable.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { MIGRATIONS } from './schema.ts';

/** Opens the file for this process alone and brings its tables up to date. Throws what a person can act on. */
export function openDatabase(file: string): DatabaseSync {
  const database = connect(file);
  try {
    // The lock is taken by the first write and kept: a second process would run the same runs again.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 250;');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
    database.exec('BEGIN IMMEDIATE');
    migrate(database, file);
    // Whoever held a run is gone, or this process would not have got the file.
    database.exec('UPDATE runs SET worker_id = NULL, lease_until = 0 WHERE worker_id IS NOT NULL');
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw explainSqliteError(error, file);
  }
}

function connect(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new StorageUnavailable(
      `The database ${file} was written by a newer version of @threadkit/server (format ${version}, known are up to ${MIGRATIONS.length}). Update the package, or use another file.`,
    );
  }
  for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}

import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './schema.ts';

const BUSY = 5;
const NOT_A_DATABASE = 26;
const CANNOT_OPEN = 14;

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
    throw explain(error, file);
  }
}

function connect(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw explain(error, file);
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The database ${file} was written by a newer version of @threadkit/server (format ${version}, known are up to ${MIGRATIONS.length}). Update the package, or use another file.`,
    );
  }
  for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}

function explain(error: unknown, file: string): unknown {
  switch (sqliteCode(error)) {
    case BUSY:
      return new Error(
        `The database ${file} is in use by another process. SQLite storage serves one process: stop the other one, or use another file.`,
        { cause: error },
      );
    case CANNOT_OPEN:
      return new Error(
        `The database ${file} cannot be opened. Does its folder exist, and may it be written?`,
        {
          cause: error,
        },
      );
    case NOT_A_DATABASE:
      return new Error(`The file ${file} is not an SQLite database. Use another file.`, { cause: error });
    default:
      return error;
  }
}

/** SQLite's primary result code; the extended ones carry more in the higher bits. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

import { DatabaseSync } from 'node:sqlite';
import { APPLICATION_ID, readFormat } from './check-database.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { MIGRATIONS } from './schema.ts';

/** Opens the file exclusively and migrates its schema. Throws an error that an operator can act on. */
export function openDatabase(file: string): DatabaseSync {
  const database = connect(file);
  try {
    database.exec('PRAGMA busy_timeout = 250');
    readFormat(database, file);
    // The first write takes the lock until the database is closed: a second process would execute the same runs again.
    database.exec('PRAGMA locking_mode = EXCLUSIVE;');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
    database.exec('BEGIN IMMEDIATE');
    // Another process may have migrated the file in the meantime.
    migrate(database, readFormat(database, file));
    // With exclusive access, no other worker can be alive: all leases have expired.
    database.exec('UPDATE runs SET lease_until = 0 WHERE worker_id IS NOT NULL');
    database.exec(
      "UPDATE vector_store_files SET lease_until = 0 WHERE status = 'in_progress' AND worker_id IS NOT NULL",
    );
    // Uploads that the previous process did not finish.
    database.exec('DELETE FROM file_chunks WHERE file_id NOT IN (SELECT id FROM files)');
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

function migrate(database: DatabaseSync, format: number): void {
  for (const migration of MIGRATIONS.slice(format)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length}; PRAGMA application_id = ${APPLICATION_ID}`);
}

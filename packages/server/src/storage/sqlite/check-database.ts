import type { DatabaseSync } from 'node:sqlite';
import { StorageUnavailableError } from '../storage-unavailable-error.ts';
import { MIGRATIONS } from './schema.ts';

/** Marks a SQLite file as Threadkit's, in its header: "TKit". */
export const APPLICATION_ID = 0x54_4b_69_74;
/** Tables of the first format, whose files have no application id. */
const FIRST_TABLES = ['assistants', 'events', 'messages', 'runs', 'steps', 'threads'];

/**
 * The format of a database; 0 for an empty file. Only reads, so that another application's file stays as it is.
 *
 * @throws {@link StorageUnavailableError} The file belongs to another application, or to a newer version.
 */
export function readFormat(database: DatabaseSync, file: string): number {
  const read = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0);
  const [id, format] = [read('application_id'), read('user_version')];
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name));
  const isEmpty = id === 0 && format === 0 && names.length === 0;
  const isOld = id === 0 && format > 0 && FIRST_TABLES.every((name) => names.includes(name));
  if (!isEmpty && !isOld && id !== APPLICATION_ID) {
    throw new StorageUnavailableError(
      `The database ${file} belongs to another application, and was left as it is. Use another file.`,
    );
  }
  if (format > MIGRATIONS.length) {
    throw new StorageUnavailableError(
      `The database ${file} was written by a newer version of @threadkit/server (format ${format}, known are up to ${MIGRATIONS.length}). Update the package, or use another file.`,
    );
  }
  return format;
}

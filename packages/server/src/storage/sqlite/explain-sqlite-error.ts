import { StorageUnavailableError } from '../storage-unavailable-error.ts';

/** The other process may release the file soon: a previous deployment that is shutting down, or a backup. */
const RETRY_AFTER_MS = 2_000;

/** By SQLite's primary result codes. Any other code is a bug that an operator cannot fix. */
const EXPLANATIONS: Readonly<Record<number, (file: string) => string>> = {
  // PERM, READONLY
  3: (file) => `The database ${file} may not be written by this account. ${WRITABLE}`,
  8: (file) => `The database ${file} is read-only. ${WRITABLE}`,
  // BUSY, LOCKED
  5: inUse,
  6: inUse,
  // IOERR, FULL
  10: (file) => `The disk of the database ${file} has an error. Check the disk and its file system.`,
  13: (file) => `The disk of the database ${file} is full. Free some space.`,
  // CORRUPT, CANTOPEN, NOTADB
  11: (file) => `The database ${file} is damaged. Stop the server and restore it from a backup.`,
  14: (file) => `The database ${file} cannot be opened. Check that its folder exists and is writable.`,
  26: (file) => `The file ${file} is not an SQLite database. Use another file.`,
};

const WRITABLE = 'Let this account write the file and its folder, or use another file.';

function inUse(file: string): string {
  return `The database ${file} is in use by another process. SQLite storage serves one process: stop the other one, or use another file.`;
}

/** Converts a SQLite error that an operator can fix to `StorageUnavailableError`; returns any other unchanged. */
export function explainSqliteError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  const explain = code === undefined ? undefined : EXPLANATIONS[code];
  if (!explain) return error;
  return new StorageUnavailableError(explain(file), {
    cause: error,
    ...((code === 5 || code === 6) && { retryAfterMs: RETRY_AFTER_MS }),
  });
}

/** SQLite's primary result code; extended codes use the higher bits. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

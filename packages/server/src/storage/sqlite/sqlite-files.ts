import type { DatabaseSync } from 'node:sqlite';
import type { FileObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../storage.ts';
import { SqliteTable } from './sqlite-table.ts';
import { transact } from './transact.ts';
import type { UnreadableRowError } from './unreadable-row.ts';

/** Files: metadata in one table, contents in another. */
export function sqliteFiles(
  database: () => DatabaseSync,
  onUnreadable: (error: UnreadableRowError) => void,
): Pick<Storage, 'files' | 'createFile' | 'getFileContent'> {
  const files = new SqliteTable<FileObject>(database, 'files', { onUnreadable });
  return {
    files,

    async createFile({ owner }, file, content) {
      transact(database(), () => {
        files.put({ owner }, file);
        database().prepare('INSERT INTO file_contents (file_id, bytes) VALUES (?, ?)').run(file.id, content);
      });
    },

    async getFileContent({ owner }: Scope, id) {
      const row = database()
        .prepare(
          'SELECT bytes FROM file_contents JOIN files ON files.id = file_id WHERE file_id = ? AND owner = ?',
        )
        .get(id, owner);
      // A copy, not a view of the database's memory.
      return row ? new Uint8Array(row['bytes'] as Uint8Array) : undefined;
    },
  };
}

import type { DatabaseSync } from 'node:sqlite';
import type { FileObject } from '@threadkit/core/api';
import { fileExists } from '../create-file-errors.ts';
import { storeChunks, streamChunks } from '../file-chunks.ts';
import { quotaChecks } from '../quota.ts';
import type { Scope, Storage } from '../storage.ts';
import type { UnreadableRowError } from '../unreadable-row.ts';
import type { GroupCommit } from './group-commit.ts';
import { acceptedOutcome, type SqliteQuotas } from './sqlite-quotas.ts';
import { SqliteTable } from './sqlite-table.ts';
import { Statements } from './statements.ts';

/** Files: metadata in one table, contents in another, in chunks. A file exists once its metadata is stored. */
export function sqliteFiles(
  database: () => DatabaseSync,
  group: GroupCommit,
  quotaCounts: SqliteQuotas,
  onUnreadable: (error: UnreadableRowError) => void,
): Pick<Storage, 'files' | 'createFile' | 'getFileContent'> {
  const files = new SqliteTable<FileObject>(database, 'files', { onUnreadable });
  const statements = new Statements(database);
  const uploading = new Set<string>();

  function readChunk(id: string, position: number): Uint8Array<ArrayBuffer> | undefined {
    const row = statements
      .prepare('SELECT bytes FROM file_chunks WHERE file_id = ? AND position = ?')
      .get(id, position);
    // A copy, not a view of the database's memory.
    return row ? new Uint8Array(row['bytes'] as Uint8Array) : undefined;
  }

  const insert = (owner: string, file: FileObject) =>
    statements
      .prepare('INSERT INTO files (id, owner, created_at, bytes, body) VALUES (?, ?, ?, ?, ?)')
      .run(file.id, owner, file.created_at, file.bytes, JSON.stringify(file));

  const dropChunks = (id: string) =>
    group.write(() => statements.prepare('DELETE FROM file_chunks WHERE file_id = ?').run(id));

  return {
    files,

    async createFile({ owner }, file, content, quotas) {
      const isStored = statements.prepare('SELECT 1 FROM files WHERE id = ?').get(file.id);
      if (isStored || uploading.has(file.id)) throw fileExists(file.id);
      const checks = quotaChecks(owner, quotas, { files: 1, fileBytes: file.bytes });
      acceptedOutcome(quotaCounts.findExceeded(checks));
      uploading.add(file.id);
      try {
        await storeChunks(file, content, (chunk, position) =>
          group.write(() =>
            statements
              .prepare('INSERT INTO file_chunks (file_id, position, bytes) VALUES (?, ?, ?)')
              .run(file.id, position, chunk),
          ),
        );
        const refusal = await group.write(() => {
          // Others were stored meanwhile.
          const exceeded = quotaCounts.findExceeded(checks);
          if (!exceeded) insert(owner, file);
          return exceeded;
        });
        acceptedOutcome(refusal);
      } catch (error) {
        await dropChunks(file.id);
        throw error;
      } finally {
        uploading.delete(file.id);
      }
    },

    async getFileContent({ owner }: Scope, id) {
      const file = files.find({ owner }, id);
      return file && streamChunks(file, async (position) => readChunk(id, position));
    },
  };
}

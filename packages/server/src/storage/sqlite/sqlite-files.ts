import type { DatabaseSync } from 'node:sqlite';
import type { FileObject } from '@threadkit/core/api';
import { inChunks, streamOf } from '../../shared/byte-stream.ts';
import { ContentLengthError, fileExists } from '../create-file-errors.ts';
import { quotaChecks } from '../quota.ts';
import type { Scope, Storage } from '../storage.ts';
import type { UnreadableRowError } from '../unreadable-row.ts';
import type { GroupCommit } from './group-commit.ts';
import { acceptedOutcome, type SqliteQuotas } from './sqlite-quotas.ts';
import { SqliteTable } from './sqlite-table.ts';
import { Statements } from './statements.ts';

const CHUNK_BYTES = 256 * 1024;

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
      let bytes = 0;
      let position = 0;
      try {
        for await (const chunk of inChunks(content, CHUNK_BYTES)) {
          bytes += chunk.byteLength;
          if (bytes > file.bytes) break;
          const at = position;
          position += 1;
          await group.write(() =>
            statements
              .prepare('INSERT INTO file_chunks (file_id, position, bytes) VALUES (?, ?, ?)')
              .run(file.id, at, chunk),
          );
        }
        if (bytes !== file.bytes) throw new ContentLengthError(file);
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
      if (!file) return undefined;
      let position = 0;
      let left = file.bytes;
      return streamOf(async () => {
        if (left === 0) return undefined;
        const chunk = readChunk(id, position);
        if (!chunk) throw new Error(`The file ${id} was deleted while it was read.`);
        position += 1;
        left -= chunk.byteLength;
        return chunk;
      });
    },
  };
}

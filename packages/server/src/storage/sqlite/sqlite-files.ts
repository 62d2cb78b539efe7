import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileObject } from '@threadkit/core/api';
import { fileExists } from '../create-file-errors.ts';
import { DROPPED_FILES, inBatches, storeChunks, streamChunks } from '../file-chunks.ts';
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
): Pick<Storage, 'files' | 'createFile' | 'getFileContent' | 'dropExpiredFiles' | 'ownerOfFile'> {
  const files = new SqliteTable<FileObject>(database, 'files', { onUnreadable });
  const statements = new Statements(database);
  const uploading = new Set<string>();

  async function readChunk(id: string, position: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    // Reading is synchronous: a consumer that is always ready would hold the event loop up to the end of the file.
    await nextTurn();
    const row = statements
      .prepare('SELECT bytes FROM file_chunks WHERE file_id = ? AND position = ?')
      .get(id, position);
    // A copy, not a view of the database's memory.
    return row ? new Uint8Array(row['bytes'] as Uint8Array) : undefined;
  }

  const insert = (owner: string, file: FileObject) =>
    statements
      .prepare(
        'INSERT INTO files (id, owner, created_at, bytes, purpose, expires_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        file.id,
        owner,
        file.created_at,
        file.bytes,
        file.purpose,
        file.expires_at ?? null,
        JSON.stringify(file),
      );

  const isStored = (id: string) =>
    statements.prepare('SELECT 1 FROM files WHERE id = ?').get(id) !== undefined;

  const dropChunks = (id: string) =>
    group.write(() => statements.prepare('DELETE FROM file_chunks WHERE file_id = ?').run(id));

  return {
    files: {
      get: (scope, id) => files.get(scope, id),
      list: (scope, { purpose, ...query }) =>
        files.list(scope, query, purpose === undefined ? [] : [{ sql: 'purpose = ?', values: [purpose] }]),
      delete: (scope, id) => files.delete(scope, id),
    },

    async createFile({ owner }, { id, content, toFile, minBytes = 0 }, quotas) {
      if (isStored(id) || uploading.has(id)) throw fileExists(id);
      const findExceeded = (fileBytes: number) =>
        quotaCounts.findExceeded(quotaChecks(owner, quotas, { files: 1, fileBytes }));
      acceptedOutcome(findExceeded(minBytes));
      uploading.add(id);
      try {
        const bytes = await storeChunks(content, (chunk, position) =>
          group.write(() =>
            statements
              .prepare('INSERT INTO file_chunks (file_id, position, bytes) VALUES (?, ?, ?)')
              .run(id, position, chunk),
          ),
        );
        const file = toFile(bytes);
        const refusal = await group.write(() => {
          // Others were stored meanwhile.
          const exceeded = findExceeded(file.bytes);
          if (!exceeded) insert(owner, file);
          return exceeded;
        });
        acceptedOutcome(refusal);
        return file;
      } catch (error) {
        await dropChunks(id);
        throw error;
      } finally {
        uploading.delete(id);
      }
    },

    async getFileContent({ owner }: Scope, id, range) {
      const file = files.find({ owner }, id);
      return file && streamChunks(file, (position) => readChunk(id, position), range);
    },

    async dropExpiredFiles(now) {
      const dropSome = () =>
        statements
          .prepare(
            'DELETE FROM files WHERE position IN (SELECT position FROM files WHERE expires_at <= ? LIMIT ?) RETURNING id',
          )
          .all(now, DROPPED_FILES)
          .map(({ id }) => String(id));
      return inBatches(() => group.write(dropSome));
    },

    async ownerOfFile(id) {
      const owner = statements.prepare('SELECT owner FROM files WHERE id = ?').get(id)?.['owner'];
      return owner === undefined ? undefined : String(owner);
    },
  };
}

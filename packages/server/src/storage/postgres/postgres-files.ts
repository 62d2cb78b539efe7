import { randomUUID } from 'node:crypto';
import type { FileObject } from '@threadkit/core/api';
import { fileExists } from '../create-file-errors.ts';
import { DROPPED_FILES, inBatches, storeChunks, streamChunks } from '../file-chunks.ts';
import { type QuotaCheck, quotaChecks } from '../quota.ts';
import type { Storage } from '../storage.ts';
import type { UnreadableRowError } from '../unreadable-row.ts';
import type { Database, Query } from './database.ts';
import { lockQuotas, refuseExceeded } from './postgres-quotas.ts';
import { PostgresTable } from './postgres-table.ts';

/** An upload that was begun this long ago was given up with its server. */
const ABANDONED_MS = 24 * 3600 * 1000;

export interface PostgresFiles
  extends Pick<Storage, 'files' | 'createFile' | 'getFileContent' | 'dropExpiredFiles' | 'ownerOfFile'> {
  /** Deletes the chunks of uploads whose server ended before they were complete. */
  dropAbandoned(): Promise<void>;
}

/** Files: metadata in one table, contents in another, in chunks. A file exists once its metadata is stored. `s` is quoted. */
export function postgresFiles(
  database: Database,
  s: string,
  onUnreadable: (error: UnreadableRowError) => void,
): PostgresFiles {
  const table = new PostgresTable<FileObject>(database, s, 'files', { onUnreadable });

  const dropContent = (id: string) => database.run(`DELETE FROM ${s}.file_contents WHERE id = $1`, [id]);

  /** Deletes files, which removes them from all vector stores, and returns their ids. */
  const dropping = (condition: string): string =>
    `WITH dropped AS (DELETE FROM ${s}.file_contents WHERE ${condition} RETURNING id),
       removed AS (DELETE FROM ${s}.vector_store_files USING dropped WHERE file_id = dropped.id)
     SELECT id FROM dropped`;

  async function readChunk(id: string, position: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const [row] = await database.run(
      `SELECT bytes FROM ${s}.file_chunks WHERE file_id = $1 AND position = $2`,
      [id, position],
    );
    return row && new Uint8Array(row['bytes'] as Buffer);
  }

  const isStored = async (query: Query, id: string) =>
    (await query(`SELECT 1 FROM ${s}.files WHERE id = $1`, [id])).length > 0;

  async function insert(owner: string, file: FileObject, checks: readonly QuotaCheck[]): Promise<void> {
    const insertInto = (query: Query) =>
      query(
        `INSERT INTO ${s}.files (id, owner, created_at, bytes, purpose, expires_at, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [
          file.id,
          owner,
          file.created_at,
          file.bytes,
          file.purpose,
          file.expires_at ?? null,
          JSON.stringify(file),
        ],
      );
    if (checks.length === 0) {
      await insertInto(database.run);
      return;
    }
    await database.transact(
      async (query) => {
        // Others were stored meanwhile.
        await lockQuotas(query, s, checks);
        await refuseExceeded(query, s, checks);
        await insertInto(query);
      },
      (query) => isStored(query, file.id),
    );
  }

  return {
    files: {
      get: (scope, id) => table.get(scope, id),
      list: (scope, { purpose, ...query }) =>
        table.list(scope, query, purpose === undefined ? {} : { purpose }),
      async delete({ owner }, id) {
        const rows = await database.run(
          dropping(`id = (SELECT id FROM ${s}.files WHERE id = $1 AND owner = $2)`),
          [id, owner],
        );
        return rows.length > 0;
      },
    },

    async createFile({ owner }, { id, content, toFile, minBytes = 0 }, quotas) {
      const checks = (fileBytes: number) => quotaChecks(owner, quotas, { files: 1, fileBytes });
      await refuseExceeded(database.run, s, checks(minBytes));
      // The statement may be repeated, so it has to recognize its own row.
      const begun = await database.run(
        `INSERT INTO ${s}.file_contents AS content (id, upload) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET upload = excluded.upload WHERE content.upload = excluded.upload RETURNING id`,
        [id, randomUUID()],
      );
      if (begun.length === 0) throw fileExists(id);
      try {
        const bytes = await storeChunks(content, (chunk, position) =>
          database.run(
            `INSERT INTO ${s}.file_chunks (file_id, position, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
            [id, position, Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)],
          ),
        );
        const file = toFile(bytes);
        await insert(owner, file, checks(file.bytes));
        return file;
      } catch (error) {
        await dropContent(id);
        throw error;
      }
    },

    async getFileContent(scope, id, range) {
      const file = await table.get(scope, id);
      return file && streamChunks(file, (position) => readChunk(id, position), range);
    },

    async dropExpiredFiles(now) {
      const dropSome = async () => {
        const rows = await database.run(
          dropping(`id = ANY (ARRAY (SELECT id FROM ${s}.files WHERE expires_at <= $1 LIMIT $2))`),
          [now, DROPPED_FILES],
        );
        return rows.map(({ id }) => String(id));
      };
      return inBatches(dropSome);
    },

    async ownerOfFile(id) {
      const [row] = await database.run(`SELECT owner FROM ${s}.files WHERE id = $1`, [id]);
      return row && String(row['owner']);
    },

    async dropAbandoned() {
      await database.run(
        `DELETE FROM ${s}.file_contents AS content WHERE started_at < ${s}.clock_ms() - $1::bigint
           AND NOT EXISTS (SELECT 1 FROM ${s}.files WHERE files.id = content.id)`,
        [ABANDONED_MS],
      );
    },
  };
}

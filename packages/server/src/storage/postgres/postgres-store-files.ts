import type {
  FileAttributes,
  ListPage,
  VectorStoreFileObject,
  VectorStoreFileStatus,
} from '@threadkit/core/api';
import { parseBody, readEach, type UnreadableRowError } from '../unreadable-row.ts';
import { toBatchObject, toFileCounts, toStoreFileObject } from '../vector-store-objects.ts';
import {
  MAX_STORE_FILES,
  type NewVectorStoreFile,
  type NewVectorStoreFiles,
  type SearchableFile,
  type VectorStoreStorage,
} from '../vector-store-storage.ts';
import type { Database, Query, Row } from './database.ts';
import { readPage } from './read-page.ts';
import { createValues, unnest } from './values.ts';

/** The settings of a file, which are its body. */
type Settings = Omit<NewVectorStoreFile, 'fileId'>;

/** The statements on the files of vector stores and their batches. */
export interface PostgresStoreFiles
  extends Pick<
    VectorStoreStorage,
    | 'getFile'
    | 'listFiles'
    | 'updateFile'
    | 'deleteFile'
    | 'getBatch'
    | 'cancelBatch'
    | 'listSearchable'
    | 'getSearchable'
  > {
  /** Under the lock of the vector store. Returns false and adds nothing when it would have too many. */
  add(query: Query, owner: string, storeId: string, added: NewVectorStoreFiles): Promise<boolean>;
}

const COLUMNS = 'file_id, store_id, created_at, status, body, last_error, usage_bytes';

/** `s` is quoted. */
export function postgresStoreFiles(
  database: Database,
  s: string,
  onUnreadable: (error: UnreadableRowError) => void,
): PostgresStoreFiles {
  const table = `${s}.vector_store_files`;

  async function add(
    query: Query,
    owner: string,
    storeId: string,
    { at, files, batchId, existing }: NewVectorStoreFiles,
  ): Promise<boolean> {
    const fileIds = files.map(({ fileId }) => fileId);
    const [row] = await query(
      `SELECT count(*) AS stored, count(*) FILTER (WHERE file_id = ANY ($2)) AS known FROM ${table} WHERE store_id = $1`,
      [storeId, fileIds],
    );
    const added = files.length - Number(row?.['known']);
    if (Number(row?.['stored']) + added > MAX_STORE_FILES) return false;
    if (batchId !== undefined) {
      await query(`INSERT INTO ${s}.vector_store_batches (id, store_id, created_at) VALUES ($1, $2, $3)`, [
        batchId,
        storeId,
        at,
      ]);
    }
    const replaced = existing === 'keep' ? `AND status NOT IN ('in_progress', 'completed')` : '';
    await query(`DELETE FROM ${table} WHERE store_id = $1 AND file_id = ANY ($2) ${replaced}`, [
      storeId,
      fileIds,
    ]);
    const values = createValues();
    const [store, own, batch, createdAt] = [
      values.add(storeId),
      values.add(owner),
      values.add(batchId ?? null),
      values.add(at),
    ];
    const given = unnest(
      values,
      { file_id: 'text', body: 'text' },
      files.map(({ fileId, ...settings }) => ({
        file_id: fileId,
        body: JSON.stringify(settings satisfies Settings),
      })),
    );
    await query(
      `INSERT INTO ${table} (store_id, owner, batch_id, created_at, file_id, body)
       SELECT ${store}, ${own}, ${batch}, ${createdAt}, file_id, body FROM ${given} ON CONFLICT DO NOTHING`,
      values.list,
    );
    return true;
  }

  async function findBatch(owner: string, storeId: string, batchId: string) {
    const rows = await database.run(
      `SELECT batch.created_at, batch.is_cancelled, file.status, count(file.position) AS count
       FROM ${s}.vector_store_batches AS batch
       JOIN ${s}.vector_stores AS store ON store.id = batch.store_id
       LEFT JOIN ${table} AS file ON file.batch_id = batch.id AND file.store_id = batch.store_id
       WHERE batch.id = $1 AND batch.store_id = $2 AND store.owner = $3
       GROUP BY batch.id, file.status`,
      [batchId, storeId, owner],
    );
    const [batch] = rows;
    if (!batch) return undefined;
    const numbers = rows
      .filter(({ status }) => status !== null)
      .map((row) => [toStatus(row), Number(row['count'])] as const);
    const state = {
      id: batchId,
      vectorStoreId: storeId,
      createdAt: Number(batch['created_at']),
      isCancelled: batch['is_cancelled'] === true,
    };
    return toBatchObject(state, toFileCounts(numbers));
  }

  /** The `completed` files of a vector store, oldest first, or one of them. */
  async function readSearchable(owner: string, storeId: string, fileId?: string): Promise<SearchableFile[]> {
    const rows = await database.run(
      `SELECT file.file_id, file.body, file.segments, file.embedding_model, content.id AS content_id FROM ${table} AS file
       JOIN ${s}.vector_stores AS store ON store.id = file.store_id
       JOIN ${s}.vector_contents AS content ON content.file_position = file.position
       WHERE file.store_id = $1 AND store.owner = $2 AND file.file_id = coalesce($3, file.file_id)
         AND file.status = 'completed' AND content.is_completed
       ORDER BY file.created_at, file.position`,
      [storeId, owner, fileId ?? null],
    );
    return readEach(rows, toSearchable, onUnreadable);
  }

  return {
    add,

    async getFile({ owner }, storeId, fileId) {
      const [row] = await database.run(
        `SELECT ${COLUMNS} FROM ${table} WHERE file_id = $1 AND store_id = $2 AND owner = $3`,
        [fileId, storeId, owner],
      );
      return row && toObject(row);
    },

    listFiles(
      { owner },
      storeId,
      { filter, batchId, ...query },
    ): Promise<ListPage<VectorStoreFileObject> | undefined> {
      return readPage(
        database,
        {
          from: table,
          id: 'file_id',
          columns: COLUMNS,
          order: ['created_at', 'position'],
          within: (values) => `store_id = ${values.add(storeId)} AND owner = ${values.add(owner)}`,
          filters: {
            ...(filter !== undefined && { status: filter }),
            ...(batchId !== undefined && { batch_id: batchId }),
          },
          read: toObject,
          onUnreadable,
        },
        query,
      );
    },

    updateFile: ({ owner }, storeId, fileId, attributes: FileAttributes | null) =>
      database.transact(async (query) => {
        const [row] = await query(
          `SELECT position, ${COLUMNS} FROM ${table} WHERE file_id = $1 AND store_id = $2 AND owner = $3
           FOR NO KEY UPDATE`,
          [fileId, storeId, owner],
        );
        if (!row) return undefined;
        const body = JSON.stringify({ ...toSettings(row), attributes });
        await query(`UPDATE ${table} SET body = $1 WHERE position = $2`, [body, row['position']]);
        return toObject({ ...row, body });
      }),

    async deleteFile({ owner }, storeId, fileId) {
      const rows = await database.run(
        `DELETE FROM ${table} WHERE file_id = $1 AND store_id = $2 AND owner = $3 RETURNING position`,
        [fileId, storeId, owner],
      );
      return rows.length > 0;
    },

    getBatch: ({ owner }, storeId, batchId) => findBatch(owner, storeId, batchId),

    async cancelBatch({ owner }, storeId, batchId) {
      await database.transact(async (query) => {
        const rows = await query(
          `UPDATE ${table} SET status = 'cancelled', worker_id = NULL, lease_until = 0
           WHERE batch_id = $1 AND store_id = $2 AND owner = $3 AND status = 'in_progress' RETURNING position`,
          [batchId, storeId, owner],
        );
        if (rows.length === 0) return;
        await dropContentsOf(query, s, rows);
        await query(`UPDATE ${s}.vector_store_batches SET is_cancelled = true WHERE id = $1`, [batchId]);
      });
      return findBatch(owner, storeId, batchId);
    },

    listSearchable: ({ owner }, storeId) => readSearchable(owner, storeId),

    async getSearchable({ owner }, storeId, fileId) {
      const [file] = await readSearchable(owner, storeId, fileId);
      return file;
    },
  };
}

/** The contents of these rows of files, which are locked, are deleted later. A statement of its own, which sees those of the last claims. */
export async function dropContentsOf(query: Query, s: string, files: readonly Row[]): Promise<void> {
  await query(
    `UPDATE ${s}.vector_contents SET file_position = NULL WHERE file_position = ANY ($1::bigint[])`,
    [files.map(({ position }) => position)],
  );
}

export function toNewFile(row: Row): NewVectorStoreFile {
  return { fileId: String(row['file_id']), ...toSettings(row) };
}

function toObject(row: Row): VectorStoreFileObject {
  const lastError = row['last_error'];
  return toStoreFileObject({
    vectorStoreId: String(row['store_id']),
    file: toNewFile(row),
    createdAt: Number(row['created_at']),
    status: toStatus(row),
    // Only written from errors of outcomes.
    lastError:
      lastError === null
        ? null
        : (parseBody('vector_store_files', row['file_id'], lastError) as VectorStoreFileObject['last_error']),
    usageBytes: Number(row['usage_bytes']),
  });
}

function toSearchable(row: Row): SearchableFile {
  const { filename, attributes } = toSettings(row);
  const model = row['embedding_model'];
  return {
    fileId: String(row['file_id']),
    filename,
    attributes,
    contentId: String(row['content_id']),
    segments: Number(row['segments']),
    embeddingModel: typeof model === 'string' && model !== '' ? model : null,
  };
}

function toSettings(row: Row): Settings {
  // Only written by `add` and `updateFile`.
  return parseBody('vector_store_files', row['file_id'], row['body']) as Settings;
}

/** Only written by this storage. */
function toStatus(row: Row): VectorStoreFileStatus {
  return String(row['status']) as VectorStoreFileStatus;
}

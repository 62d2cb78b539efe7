import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  FileAttributes,
  ListPage,
  VectorStoreFileBatchObject,
  VectorStoreFileObject,
  VectorStoreFileStatus,
} from '@threadkit/core/api';
import { parseBody, readEach, type UnreadableRowError } from '../unreadable-row.ts';
import { toBatchObject, toFileCounts, toStoreFileObject } from '../vector-store-objects.ts';
import type {
  NewVectorStoreFile,
  NewVectorStoreFiles,
  SearchableFile,
  StoreFileListParams,
} from '../vector-store-storage.ts';
import { type Condition, readPage } from './sqlite-page.ts';
import type { StorePlace } from './sqlite-vector-store-rows.ts';
import { Statements } from './statements.ts';
import { toContentId } from './vector-content-id.ts';

type Row = Record<string, SQLOutputValue>;

/** The settings of a file, which are its body. */
type Settings = Omit<NewVectorStoreFile, 'fileId'>;

/** A vector store with its id. */
export type IdentifiedStore = StorePlace & { readonly id: string };

const TABLE = 'vector_store_files';
const COLUMNS = 'position, file_id, created_at, status, body, last_error, usage_bytes';
/** Those of a searchable file: a search reads all files of a vector store. */
const SEARCHABLE_COLUMNS = 'position, file_id, body, attempt, segments, embedding_model';

/** The statements on the files of vector stores and their batches. Transactions are opened by the callers. */
export class SqliteStoreFiles {
  readonly #statements: Statements;
  readonly #onUnreadable: (error: UnreadableRowError) => void;

  constructor(database: () => DatabaseSync, onUnreadable: (error: UnreadableRowError) => void) {
    this.#statements = new Statements(database);
    this.#onUnreadable = onUnreadable;
  }

  /** How many of these the vector store does not have. */
  countNew(store: StorePlace, files: readonly NewVectorStoreFile[]): number {
    const row = this.#statements
      .prepare(
        `SELECT count(*) AS count FROM json_each(?) WHERE NOT EXISTS (
           SELECT 1 FROM ${TABLE} WHERE file_id = value AND store_position = ?
         )`,
      )
      .get(toIds(files), store.position);
    return Number(row?.['count']);
  }

  add(store: StorePlace, { at, files, batchId, existing }: NewVectorStoreFiles): void {
    const batch = batchId === undefined ? null : this.#insertBatch(store, batchId, at);
    const kept = existing === 'keep' ? "AND status NOT IN ('in_progress', 'completed')" : '';
    this.#statements
      .prepare(
        `DELETE FROM ${TABLE} WHERE store_position = ? AND file_id IN (SELECT value FROM json_each(?)) ${kept}`,
      )
      .run(store.position, toIds(files));
    const insert = this.#statements.prepare(
      `INSERT INTO ${TABLE} (store_position, file_id, batch_position, created_at, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    );
    for (const { fileId, ...settings } of files) {
      insert.run(store.position, fileId, batch, at, JSON.stringify(settings satisfies Settings));
    }
  }

  find(store: IdentifiedStore, fileId: string): VectorStoreFileObject | undefined {
    const row = this.#row(store, fileId);
    return row && toObject(store, row);
  }

  list(
    store: IdentifiedStore,
    { filter, batchId, ...query }: StoreFileListParams,
  ): ListPage<VectorStoreFileObject> | undefined {
    const filters: Condition[] = [];
    if (filter !== undefined) filters.push({ sql: 'status = ?', values: [filter] });
    if (batchId !== undefined) {
      const sql = 'batch_position = (SELECT position FROM vector_store_batches WHERE id = ?)';
      filters.push({ sql, values: [batchId] });
    }
    return readPage(
      this.#statements,
      {
        table: TABLE,
        id: 'file_id',
        columns: COLUMNS,
        order: ['created_at', 'position'],
        visible: { sql: 'store_position = ?', values: [store.position] },
        filters,
        read: (row) => toObject(store, row),
        onUnreadable: this.#onUnreadable,
      },
      query,
    );
  }

  update(
    store: IdentifiedStore,
    fileId: string,
    attributes: FileAttributes | null,
  ): VectorStoreFileObject | undefined {
    const row = this.#row(store, fileId);
    if (!row) return undefined;
    const body = JSON.stringify({ ...toSettings(row), attributes });
    this.#statements
      .prepare(`UPDATE ${TABLE} SET body = ? WHERE position = ?`)
      .run(body, Number(row['position']));
    return toObject(store, { ...row, body });
  }

  remove(store: StorePlace, fileId: string): boolean {
    const { changes } = this.#statements
      .prepare(`DELETE FROM ${TABLE} WHERE file_id = ? AND store_position = ?`)
      .run(fileId, store.position);
    return changes > 0;
  }

  findBatch(store: IdentifiedStore, batchId: string): VectorStoreFileBatchObject | undefined {
    const batch = this.#batchRow(store, batchId);
    if (!batch) return undefined;
    const numbers = this.#statements
      .prepare(`SELECT status, count(*) AS count FROM ${TABLE} WHERE batch_position = ? GROUP BY status`)
      .all(Number(batch['position']))
      .map((row) => [toStatus(row), Number(row['count'])] as const);
    const state = {
      id: batchId,
      vectorStoreId: store.id,
      createdAt: Number(batch['created_at']),
      isCancelled: batch['is_cancelled'] === 1,
    };
    return toBatchObject(state, toFileCounts(numbers));
  }

  cancelBatch(store: StorePlace, batchId: string): void {
    const batch = this.#batchRow(store, batchId);
    if (!batch) return;
    const position = Number(batch['position']);
    const { changes } = this.#statements
      .prepare(
        `UPDATE ${TABLE} SET status = 'cancelled', worker_id = NULL, lease_until = 0
         WHERE batch_position = ? AND status = 'in_progress'`,
      )
      .run(position);
    if (changes === 0) return;
    this.#statements
      .prepare('UPDATE vector_store_batches SET is_cancelled = 1 WHERE position = ?')
      .run(position);
  }

  /** The `completed` files, oldest first. */
  listSearchable(store: StorePlace): SearchableFile[] {
    if (store.hasExpired) return [];
    const rows = this.#statements
      .prepare(
        `SELECT ${SEARCHABLE_COLUMNS} FROM ${TABLE} WHERE store_position = ? AND status = 'completed'
         ORDER BY created_at, position`,
      )
      .all(store.position);
    return readEach(rows, toSearchable, this.#onUnreadable);
  }

  findSearchable(store: StorePlace, fileId: string): SearchableFile | undefined {
    if (store.hasExpired) return undefined;
    const row = this.#statements
      .prepare(
        `SELECT ${SEARCHABLE_COLUMNS} FROM ${TABLE}
         WHERE file_id = ? AND store_position = ? AND status = 'completed'`,
      )
      .get(fileId, store.position);
    return row && toSearchable(row);
  }

  #row(store: StorePlace, fileId: string): Row | undefined {
    return this.#statements
      .prepare(`SELECT ${COLUMNS} FROM ${TABLE} WHERE file_id = ? AND store_position = ?`)
      .get(fileId, store.position);
  }

  #batchRow(store: StorePlace, batchId: string): Row | undefined {
    return this.#statements
      .prepare(
        'SELECT position, created_at, is_cancelled FROM vector_store_batches WHERE id = ? AND store_position = ?',
      )
      .get(batchId, store.position);
  }

  #insertBatch(store: StorePlace, id: string, at: number): number {
    const { lastInsertRowid } = this.#statements
      .prepare('INSERT INTO vector_store_batches (id, store_position, created_at) VALUES (?, ?, ?)')
      .run(id, store.position, at);
    return Number(lastInsertRowid);
  }
}

function toIds(files: readonly NewVectorStoreFile[]): string {
  return JSON.stringify(files.map(({ fileId }) => fileId));
}

/** @throws `UnreadableRowError` */
export function toNewFile(row: Row): NewVectorStoreFile {
  return { fileId: String(row['file_id']), ...toSettings(row) };
}

function toSettings(row: Row): Settings {
  // Only written from settings.
  return parseBody(TABLE, row['file_id'], row['body']) as Settings;
}

function toStatus(row: Row): VectorStoreFileStatus {
  // Only written by statements with one of these.
  return String(row['status']) as VectorStoreFileStatus;
}

function toObject(store: IdentifiedStore, row: Row): VectorStoreFileObject {
  const error = row['last_error'];
  return toStoreFileObject({
    vectorStoreId: store.id,
    file: toNewFile(row),
    createdAt: Number(row['created_at']),
    status: toStatus(row),
    // Only written from errors.
    lastError:
      error === null
        ? null
        : (parseBody(TABLE, row['file_id'], error) as VectorStoreFileObject['last_error']),
    usageBytes: store.hasExpired ? 0 : Number(row['usage_bytes']),
  });
}

function toSearchable(row: Row): SearchableFile {
  const { fileId, filename, attributes } = toNewFile(row);
  const contentId = toContentId({ filePosition: Number(row['position']), attempt: Number(row['attempt']) });
  const model = String(row['embedding_model'] ?? '');
  return {
    fileId,
    filename,
    attributes,
    contentId,
    segments: Number(row['segments']),
    embeddingModel: model === '' ? null : model,
  };
}

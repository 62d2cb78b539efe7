import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { ListPage, ListParams, VectorStoreFileStatus } from '@threadkit/core/api';
import { parseBody, type UnreadableRowError } from '../unreadable-row.ts';
import { toFileCounts, vectorStoreExpiry } from '../vector-store-objects.ts';
import type { NewVectorStore, VectorStoreRecord } from '../vector-store-storage.ts';
import { readPage } from './sqlite-page.ts';
import { Statements } from './statements.ts';

type Row = Record<string, SQLOutputValue>;

/** Where a vector store is stored. Positions are never used again, ids may be. */
export interface StorePlace {
  readonly position: number;
  readonly hasExpired: boolean;
  /** Unix seconds; null for never. */
  readonly expiresAt: number | null;
}

const STATUSES: readonly VectorStoreFileStatus[] = ['in_progress', 'completed', 'failed', 'cancelled'];
const COLUMNS = `id, body, has_expired, usage_bytes, ${STATUSES.join(', ')}`;

/** The statements on vector stores. Transactions are opened by the callers. */
export class SqliteVectorStoreRows {
  readonly #statements: Statements;
  readonly #onUnreadable: (error: UnreadableRowError) => void;

  constructor(database: () => DatabaseSync, onUnreadable: (error: UnreadableRowError) => void) {
    this.#statements = new Statements(database);
    this.#onUnreadable = onUnreadable;
  }

  insert(owner: string, store: NewVectorStore): StorePlace {
    const expiresAt = vectorStoreExpiry(store);
    const { lastInsertRowid } = this.#statements
      .prepare('INSERT INTO vector_stores (id, owner, created_at, body, expires_at) VALUES (?, ?, ?, ?, ?)')
      .run(store.id, owner, store.created_at, JSON.stringify(store), expiresAt);
    return { position: Number(lastInsertRowid), hasExpired: false, expiresAt };
  }

  findPlace(owner: string, id: string): StorePlace | undefined {
    const row = this.#statements
      .prepare('SELECT position, has_expired, expires_at FROM vector_stores WHERE id = ? AND owner = ?')
      .get(id, owner);
    if (!row) return undefined;
    const { position, has_expired: hasExpired, expires_at: expiresAt } = row;
    return {
      position: Number(position),
      hasExpired: hasExpired === 1,
      expiresAt: expiresAt === null ? null : Number(expiresAt),
    };
  }

  /** The owner and id of a vector store. */
  identify(position: number): { readonly owner: string; readonly id: string } | undefined {
    const row = this.#statements
      .prepare('SELECT owner, id FROM vector_stores WHERE position = ?')
      .get(position);
    return row && { owner: String(row['owner']), id: String(row['id']) };
  }

  ownerOf(id: string): string | undefined {
    const row = this.#statements.prepare('SELECT owner FROM vector_stores WHERE id = ?').get(id);
    return row && String(row['owner']);
  }

  find(owner: string, id: string): VectorStoreRecord | undefined {
    const row = this.#statements
      .prepare(`SELECT ${COLUMNS} FROM vector_stores WHERE id = ? AND owner = ?`)
      .get(id, owner);
    return row && toRecord(row);
  }

  list(owner: string, query: ListParams): ListPage<VectorStoreRecord> | undefined {
    return readPage(
      this.#statements,
      {
        table: 'vector_stores',
        id: 'id',
        columns: COLUMNS,
        order: ['created_at', 'position'],
        visible: { sql: 'owner = ?', values: [owner] },
        filters: [],
        read: toRecord,
        onUnreadable: this.#onUnreadable,
      },
      query,
    );
  }

  update(owner: string, id: string, patch: Partial<NewVectorStore>): VectorStoreRecord | undefined {
    const before = this.find(owner, id);
    if (!before) return undefined;
    const { file_counts: _counts, usage_bytes: _bytes, has_expired: _expired, ...store } = before;
    const activeAt = Math.max(store.last_active_at, patch.last_active_at ?? 0);
    const after: NewVectorStore = { ...store, ...patch, last_active_at: activeAt };
    this.#statements
      .prepare('UPDATE vector_stores SET body = ?, expires_at = ? WHERE id = ?')
      .run(JSON.stringify(after), vectorStoreExpiry(after), id);
    return { ...before, ...after };
  }

  countFiles(position: number): number {
    const row = this.#statements
      .prepare(`SELECT ${STATUSES.join(' + ')} AS total FROM vector_stores WHERE position = ?`)
      .get(position);
    return Number(row?.['total'] ?? 0);
  }

  /** Its files are deleted later. */
  delete(owner: string, id: string): boolean {
    const row = this.#statements
      .prepare('DELETE FROM vector_stores WHERE id = ? AND owner = ? RETURNING position')
      .get(id, owner);
    if (!row) return false;
    this.#statements
      .prepare('INSERT INTO dropped_vector_stores (store_position) VALUES (?)')
      .run(Number(row['position']));
    return true;
  }

  /** Marks one vector store as expired that is at `now`. False when there is none. Its contents are deleted later. */
  expireOne(now: number): boolean {
    const row = this.#statements
      .prepare(
        `UPDATE vector_stores SET has_expired = 1 WHERE position = (
           SELECT position FROM vector_stores WHERE has_expired = 0 AND expires_at <= ? LIMIT 1
         ) RETURNING position`,
      )
      .get(now);
    if (!row) return false;
    const position = Number(row['position']);
    this.#statements
      .prepare(
        `UPDATE vector_store_files SET status = 'cancelled', worker_id = NULL, lease_until = 0
         WHERE store_position = ? AND status = 'in_progress'`,
      )
      .run(position);
    this.#statements
      .prepare(
        `INSERT OR IGNORE INTO dropped_vector_contents
         SELECT position, attempt FROM vector_store_files WHERE store_position = ? AND attempt > 0`,
      )
      .run(position);
    return true;
  }
}

function toRecord(row: Row): VectorStoreRecord {
  const hasExpired = row['has_expired'] === 1;
  return {
    // Only written by `insert` and `update`.
    ...(parseBody('vector_stores', row['id'], row['body']) as NewVectorStore),
    file_counts: toFileCounts(STATUSES.map((status) => [status, Number(row[status])])),
    usage_bytes: hasExpired ? 0 : Number(row['usage_bytes']),
    has_expired: hasExpired,
  };
}

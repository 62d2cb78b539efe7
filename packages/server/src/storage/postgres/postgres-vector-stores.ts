import type { ToolResources, VectorStoreFileStatus } from '@threadkit/core/api';
import { attachedWrites } from '../attached-vector-store.ts';
import { FILES_TO_PROCESS, type Quotas, quotaChecks } from '../quota.ts';
import { parseBody, type UnreadableRowError } from '../unreadable-row.ts';
import { toFileCounts, vectorStoreExpiry } from '../vector-store-objects.ts';
import type {
  AddStoreFilesResult,
  AttachedVectorStore,
  NewVectorStore,
  NewVectorStoreFiles,
  VectorStoreRecord,
  VectorStoreStorage,
} from '../vector-store-storage.ts';
import type { Database, Query, Row } from './database.ts';
import { type PostgresIdempotency, refusingTakenKeys } from './postgres-idempotency.ts';
import { postgresIngest } from './postgres-ingest.ts';
import { lockQuotas, refuseExceeded } from './postgres-quotas.ts';
import { dropContentsOf, postgresStoreFiles } from './postgres-store-files.ts';
import { readPage } from './read-page.ts';

/** Vector stores that expire in one transaction. */
const EXPIRED_STORES = 10;

/** The vector stores of a database, and what the rest of the storage does with them. */
export interface PostgresVectorStores {
  readonly vectorStores: VectorStoreStorage;
  /**
   * Writes what is attached to a thread or assistant with these resources, in its transaction, under the locks of the quotas.
   *
   * @throws A quota is exceeded.
   */
  attach(
    query: Query,
    owner: string,
    attached: AttachedVectorStore | undefined,
    resources: ToolResources | null | undefined,
    quotas: Quotas | undefined,
  ): Promise<void>;
  /** To be called after what was attached is committed: calls the listeners of added files. */
  notifyOf(attached: AttachedVectorStore | undefined): void;
}

/** What the vector stores share with the rest of the storage. */
interface Shared {
  readonly database: Database;
  /** The quoted name of the schema. */
  readonly s: string;
  readonly idempotency: PostgresIdempotency;
  readonly onUnreadable: (error: UnreadableRowError) => void;
  /** Called after files were added. */
  readonly onAdded: () => void;
  readonly onIngest: VectorStoreStorage['onIngest'];
}

const STATUSES: readonly VectorStoreFileStatus[] = ['in_progress', 'completed', 'failed', 'cancelled'];

export function postgresVectorStores({
  database,
  s,
  idempotency,
  onUnreadable,
  onAdded,
  onIngest,
}: Shared): PostgresVectorStores {
  const table = `${s}.vector_stores`;
  const files = postgresStoreFiles(database, s, onUnreadable);
  const { add: addTo, ...fileMethods } = files;

  /** A vector store with the numbers of its files, as the table `store`. */
  const counted = `${table} AS store CROSS JOIN LATERAL (
    SELECT coalesce(sum(usage_bytes), 0) AS usage_bytes,
      ${STATUSES.map((status) => `count(*) FILTER (WHERE status = '${status}') AS ${status}`).join(', ')}
    FROM ${s}.vector_store_files WHERE store_id = store.id
  ) AS counts`;
  const columns = `id, body, has_expired, usage_bytes, ${STATUSES.join(', ')}`;

  async function find(query: Query, owner: string, id: string): Promise<VectorStoreRecord | undefined> {
    const [row] = await query(`SELECT ${columns} FROM ${counted} WHERE id = $1 AND owner = $2`, [id, owner]);
    return row && toRecord(row);
  }

  async function insert(query: Query, owner: string, store: NewVectorStore): Promise<void> {
    await query(
      `INSERT INTO ${table} (id, owner, created_at, body, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [store.id, owner, store.created_at, JSON.stringify(store), vectorStoreExpiry(store)],
    );
  }

  /** Locks the row of a vector store until the transaction ends. */
  async function lock(query: Query, owner: string, id: string): Promise<LockedStore | undefined> {
    const [row] = await query(
      `SELECT id, body, has_expired FROM ${table} WHERE id = $1 AND owner = $2 FOR NO KEY UPDATE`,
      [id, owner],
    );
    return row && { store: toStore(row), hasExpired: row['has_expired'] === true };
  }

  async function patch(query: Query, store: NewVectorStore, given: Partial<NewVectorStore>): Promise<void> {
    const activeAt = Math.max(store.last_active_at, given.last_active_at ?? 0);
    const after: NewVectorStore = { ...store, ...given, last_active_at: activeAt };
    await query(`UPDATE ${table} SET body = $2, expires_at = $3 WHERE id = $1`, [
      store.id,
      JSON.stringify(after),
      vectorStoreExpiry(after),
    ]);
  }

  /** Under the locks of the quotas. `checkQuotas` is called when the vector store takes files. */
  async function addFiles(
    query: Query,
    owner: string,
    id: string,
    given: NewVectorStoreFiles,
    checkQuotas: () => Promise<void>,
  ): Promise<AddStoreFilesResult> {
    const locked = await lock(query, owner, id);
    if (!locked) return 'missing';
    if (locked.hasExpired || (vectorStoreExpiry(locked.store) ?? Infinity) <= given.at) return 'expired';
    await checkQuotas();
    if (!(await addTo(query, owner, id, given))) return 'full';
    await patch(query, locked.store, { last_active_at: given.at });
    return 'added';
  }

  const exists = async (query: Query, of: 'vector_stores' | 'vector_store_batches', id: string) =>
    (await query(`SELECT 1 FROM ${s}.${of} WHERE id = $1`, [id])).length > 0;

  const vectorStores: VectorStoreStorage = {
    ...fileMethods,
    ...postgresIngest(database, s, onUnreadable),
    onIngest,

    async create({ owner }, store, first, { idempotencyRecord, quotas } = {}) {
      const additions = { vectorStores: 1, ...(first.length > 0 && FILES_TO_PROCESS) };
      const checks = quotaChecks(owner, quotas, additions);
      await refusingTakenKeys(
        database.transact(
          async (query) => {
            await lockQuotas(query, s, checks);
            await idempotency.refuseTaken(query, owner, idempotencyRecord);
            await refuseExceeded(query, s, checks);
            await insert(query, owner, store);
            if (first.length > 0) {
              await addTo(query, owner, store.id, { at: store.created_at, files: first, existing: 'keep' });
            }
            if (idempotencyRecord) await idempotency.insert(query, owner, idempotencyRecord);
          },
          (query) => exists(query, 'vector_stores', store.id),
        ),
      );
      if (first.length > 0) onAdded();
    },

    get: ({ owner }, id) => find(database.run, owner, id),

    list: ({ owner }, query) =>
      readPage(
        database,
        {
          from: counted,
          id: 'id',
          columns,
          order: ['created_at', 'position'],
          within: (values) => `owner = ${values.add(owner)}`,
          filters: {},
          read: toRecord,
          onUnreadable,
        },
        query,
      ),

    update: ({ owner }, id, given) =>
      database.transact(async (query) => {
        const locked = await lock(query, owner, id);
        if (!locked) return undefined;
        await patch(query, locked.store, given);
        return find(query, owner, id);
      }),

    async delete({ owner }, id) {
      const rows = await database.run(`DELETE FROM ${table} WHERE id = $1 AND owner = $2 RETURNING id`, [
        id,
        owner,
      ]);
      return rows.length > 0;
    },

    async ownerOf(id) {
      const [row] = await database.run(`SELECT owner FROM ${table} WHERE id = $1`, [id]);
      return row && String(row['owner']);
    },

    async addFiles({ owner }, storeId, given, quotas) {
      const checks = quotaChecks(owner, quotas, FILES_TO_PROCESS);
      const { batchId } = given;
      const result = await database.transact(
        async (query) => {
          await lockQuotas(query, s, checks);
          return addFiles(query, owner, storeId, given, () => refuseExceeded(query, s, checks));
        },
        // Files without a batch may be added again.
        batchId === undefined ? undefined : (query) => exists(query, 'vector_store_batches', batchId),
      );
      if (result === 'added') onAdded();
      return result;
    },

    async dropExpired(now) {
      const expireSome = () =>
        database.transact(async (query) => {
          const expired = await query(
            `UPDATE ${table} SET has_expired = true WHERE id = ANY (ARRAY (
               SELECT id FROM ${table} WHERE expires_at <= $1 AND NOT has_expired
               LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
             )) RETURNING id`,
            [now, EXPIRED_STORES],
          );
          const dropped = await query(
            `UPDATE ${s}.vector_store_files SET usage_bytes = 0, embedding_model = NULL, worker_id = NULL, lease_until = 0,
               status = CASE status WHEN 'in_progress' THEN 'cancelled' ELSE status END
             WHERE store_id = ANY ($1) RETURNING position`,
            [expired.map(({ id }) => id)],
          );
          await dropContentsOf(query, s, dropped);
          return expired.length;
        });
      while ((await expireSome()) === EXPIRED_STORES);
    },
  };

  return {
    vectorStores,

    async attach(query, owner, attached, resources, quotas) {
      const writes = attachedWrites(attached, resources);
      if (!attached || !writes) return;
      await refuseExceeded(query, s, quotaChecks(owner, quotas, writes.additions));
      if (writes.isNew) await insert(query, owner, attached.store);
      if (writes.files) await addFiles(query, owner, writes.storeId, writes.files, async () => {});
    },

    notifyOf(attached) {
      if (attached && attached.files.length > 0) onAdded();
    },
  };
}

/** A vector store under the lock of its row. */
interface LockedStore {
  readonly store: NewVectorStore;
  readonly hasExpired: boolean;
}

function toStore(row: Row): NewVectorStore {
  // Only written from vector stores.
  return parseBody('vector_stores', row['id'], row['body']) as NewVectorStore;
}

function toRecord(row: Row): VectorStoreRecord {
  return {
    ...toStore(row),
    file_counts: toFileCounts(STATUSES.map((status) => [status, Number(row[status])])),
    usage_bytes: Number(row['usage_bytes']),
    has_expired: row['has_expired'] === true,
  };
}

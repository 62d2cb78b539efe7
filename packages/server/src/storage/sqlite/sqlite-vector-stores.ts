import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ToolResources } from '@threadkit/core/api';
import { attachedWrites } from '../attached-vector-store.ts';
import { FILES_TO_PROCESS, type QuotaExceededError, type Quotas, quotaChecks } from '../quota.ts';
import { createReleaseListeners } from '../release-listeners.ts';
import type { Scope } from '../storage.ts';
import type { UnreadableRowError } from '../unreadable-row.ts';
import {
  type AddStoreFilesResult,
  type AttachedVectorStore,
  MAX_STORE_FILES,
  type NewVectorStoreFiles,
  type VectorStoreStorage,
} from '../vector-store-storage.ts';
import type { GroupCommit } from './group-commit.ts';
import { SqliteDroppedContents } from './sqlite-dropped-contents.ts';
import type { SqliteIdempotency } from './sqlite-idempotency.ts';
import { SqliteIngest } from './sqlite-ingest.ts';
import { acceptedOutcome, type SqliteQuotas } from './sqlite-quotas.ts';
import { type IdentifiedStore, SqliteStoreFiles } from './sqlite-store-files.ts';
import { SqliteVectorStoreRows } from './sqlite-vector-store-rows.ts';

/** The vector stores of a SQLite file, and what the rest of the storage does with them. */
export interface SqliteVectorStores {
  readonly vectorStores: VectorStoreStorage;
  /** Writes what is attached to a thread or assistant with these resources, or returns the refusal by a quota. Inside a transaction. */
  attach(
    owner: string,
    attached: AttachedVectorStore | undefined,
    resources: ToolResources | null | undefined,
    quotas: Quotas | undefined,
  ): QuotaExceededError | undefined;
  /** To be called after what was attached is committed: calls the listeners of added files. */
  notifyOf(attached: AttachedVectorStore | undefined): void;
  close(): void;
}

/** What the vector stores share with the rest of the storage. */
interface Shared {
  readonly database: () => DatabaseSync;
  readonly group: GroupCommit;
  readonly idempotency: () => SqliteIdempotency;
  readonly quotaCounts: SqliteQuotas;
  readonly now: () => number;
  readonly onUnreadable: (error: UnreadableRowError) => void;
}

export function sqliteVectorStores({
  database,
  group,
  idempotency,
  quotaCounts,
  now,
  onUnreadable,
}: Shared): SqliteVectorStores {
  const stores = new SqliteVectorStoreRows(database, onUnreadable);
  const files = new SqliteStoreFiles(database, onUnreadable);
  const ingest = new SqliteIngest(database, stores, onUnreadable);
  const dropped = new SqliteDroppedContents(database);
  const added = createReleaseListeners();

  function findStore({ owner }: Scope, id: string): IdentifiedStore | undefined {
    const place = stores.findPlace(owner, id);
    return place && { ...place, id };
  }

  function addFiles(
    { owner }: Scope,
    id: string,
    given: NewVectorStoreFiles,
    quotas?: Quotas,
  ): AddStoreFilesResult | QuotaExceededError {
    const store = findStore({ owner }, id);
    if (!store) return 'missing';
    if (store.hasExpired || (store.expiresAt ?? Infinity) <= given.at) return 'expired';
    const exceeded = quotaCounts.findExceeded(quotaChecks(owner, quotas, FILES_TO_PROCESS));
    if (exceeded) return exceeded;
    const count = stores.countFiles(store.position) + files.countNew(store, given.files);
    if (count > MAX_STORE_FILES) return 'full';
    files.add(store, given);
    stores.update(owner, id, { last_active_at: given.at });
    return 'added';
  }

  const vectorStores: VectorStoreStorage = {
    async create({ owner }, store, first, { idempotencyRecord, quotas } = {}) {
      const additions = { vectorStores: 1, ...(first.length > 0 && FILES_TO_PROCESS) };
      const refusal = await group.write(
        () => {
          idempotency().refuseTaken(owner, idempotencyRecord);
          const exceeded = quotaCounts.findExceeded(quotaChecks(owner, quotas, additions));
          if (exceeded) return exceeded;
          const place = stores.insert(owner, store);
          files.add(place, { at: store.created_at, files: first, existing: 'keep' });
          idempotency().put(owner, idempotencyRecord);
          return undefined;
        },
        (exceeded) => {
          if (!exceeded && first.length > 0) added.notify();
        },
      );
      acceptedOutcome(refusal);
    },

    async get({ owner }, id) {
      return stores.find(owner, id);
    },

    async list({ owner }, query) {
      return stores.list(owner, query);
    },

    update: ({ owner }, id, patch) => group.write(() => stores.update(owner, id, patch)),

    delete: ({ owner }, id) => group.write(() => stores.delete(owner, id)),

    async ownerOf(id) {
      return stores.ownerOf(id);
    },

    async addFiles(scope, storeId, given, quotas) {
      const result = await group.write(
        () => addFiles(scope, storeId, given, quotas),
        (outcome) => {
          if (outcome === 'added') added.notify();
        },
      );
      return acceptedOutcome(result);
    },

    async getFile(scope, storeId, fileId) {
      const store = findStore(scope, storeId);
      return store && files.find(store, fileId);
    },

    async listFiles(scope, storeId, query) {
      // No vector store has the position 0.
      const none = { id: storeId, position: 0, hasExpired: false, expiresAt: null };
      return files.list(findStore(scope, storeId) ?? none, query);
    },

    updateFile: (scope, storeId, fileId, attributes) =>
      group.write(() => {
        const store = findStore(scope, storeId);
        return store && files.update(store, fileId, attributes);
      }),

    deleteFile: (scope, storeId, fileId) =>
      group.write(() => {
        const store = findStore(scope, storeId);
        return store !== undefined && files.remove(store, fileId);
      }),

    async getBatch(scope, storeId, batchId) {
      const store = findStore(scope, storeId);
      return store && files.findBatch(store, batchId);
    },

    cancelBatch: (scope, storeId, batchId) =>
      group.write(() => {
        const store = findStore(scope, storeId);
        if (!store) return undefined;
        files.cancelBatch(store, batchId);
        return files.findBatch(store, batchId);
      }),

    async listSearchable(scope, storeId) {
      const store = findStore(scope, storeId);
      return store ? files.listSearchable(store) : [];
    },

    async getSearchable(scope, storeId, fileId) {
      const store = findStore(scope, storeId);
      return store && files.findSearchable(store, fileId);
    },

    async readIndex(contentId, segment) {
      // Reading is synchronous: a search through many files would hold the event loop up to its end.
      await nextTurn();
      return ingest.readIndex(contentId, segment);
    },

    async readChunks(contentId, from, limit) {
      return ingest.readChunks(contentId, from, limit);
    },

    claimIngest: (workerId, leaseMs, limit) =>
      group.write(() => ingest.claim(workerId, now(), now() + leaseMs, limit)),

    claimEmbedding: (workerId, leaseMs, limit, model) =>
      group.write(() => ingest.claimEmbedding(workerId, now(), now() + leaseMs, limit, model)),

    heartbeatIngest: (lease, leaseMs) => group.write(() => ingest.renew(lease, now() + leaseMs)),

    releaseIngest: (lease) => group.write(() => ingest.release(lease)),

    writeSegment: (lease, segment) => group.write(() => ingest.writeSegment(lease, segment)),

    replaceIndex: (lease, segment, index) => group.write(() => ingest.replaceIndex(lease, segment, index)),

    finishIngest: (lease, outcome) => group.write(() => ingest.finish(lease, outcome)),

    onIngest: added.add,

    async dropExpired(at) {
      while (await group.write(() => stores.expireOne(at)));
    },

    dropContents: () => group.write(() => dropped.dropSome()),
  };

  return {
    vectorStores,

    attach(owner, attached, resources, quotas) {
      const writes = attachedWrites(attached, resources);
      if (!attached || !writes) return undefined;
      const exceeded = quotaCounts.findExceeded(quotaChecks(owner, quotas, writes.additions));
      if (exceeded) return exceeded;
      if (writes.isNew) stores.insert(owner, attached.store);
      if (writes.files) addFiles({ owner }, writes.storeId, writes.files);
      return undefined;
    },

    notifyOf(attached) {
      if (attached && attached.files.length > 0) added.notify();
    },

    close: added.clear,
  };
}

import { listPage, type VectorStoreFileObject } from '@threadkit/core/api';
import type { AttachedWrites } from '../attached-vector-store.ts';
import { cutPage } from '../page.ts';
import { FILES_TO_PROCESS, type QuotaCheck, type Quotas, quotaChecks } from '../quota.ts';
import { createReleaseListeners } from '../release-listeners.ts';
import type { Scope } from '../storage.ts';
import {
  type BatchState,
  toBatchObject,
  toFileCounts,
  toStoreFileObject,
  vectorStoreExpiry,
} from '../vector-store-objects.ts';
import type {
  AddStoreFilesResult,
  AttachedVectorStore,
  NewVectorStore,
  NewVectorStoreFiles,
  SearchableFile,
  VectorStoreRecord,
  VectorStoreStorage,
} from '../vector-store-storage.ts';
import type { MemoryIdempotency } from './memory-idempotency.ts';
import { MemoryStoreFiles, type StoreFile } from './memory-store-files.ts';
import { MemoryTable } from './memory-table.ts';

/** The vector stores of an in-memory storage, and what the rest of it does with them. */
export interface MemoryVectorStores {
  readonly vectorStores: VectorStoreStorage;
  readonly table: MemoryTable<VectorStoreRecord>;
  /** Stores what is attached to a thread or assistant. */
  attach(owner: string, attached: AttachedVectorStore | undefined, writes: AttachedWrites | undefined): void;
  /** Removes a file of the storage from all vector stores. */
  removeFile(fileId: string): void;
  close(): void;
}

export function memoryVectorStores(
  now: () => number,
  {
    idempotency,
    refuse,
  }: {
    readonly idempotency: MemoryIdempotency;
    /** Throws when a quota is exceeded. */
    readonly refuse: (checks: readonly QuotaCheck[]) => void;
  },
): MemoryVectorStores {
  const files = new MemoryStoreFiles();
  const batches = new Map<string, BatchState>();
  const added = createReleaseListeners();
  const table = new MemoryTable<VectorStoreRecord>({
    complete: (record) => ({
      ...record,
      file_counts: files.count(record.id),
      usage_bytes: files.all(record.id).reduce((sum, { usageBytes }) => sum + usageBytes, 0),
    }),
  });

  const find = ({ owner }: Scope, id: string) => table.find({ owner }, id);

  function insert(owner: string, store: NewVectorStore): void {
    table.put({ owner }, { ...store, file_counts: toFileCounts([]), usage_bytes: 0, has_expired: false });
  }

  function addFiles(
    { owner }: Scope,
    storeId: string,
    given: NewVectorStoreFiles,
    quotas?: Quotas,
  ): AddStoreFilesResult {
    const store = find({ owner }, storeId);
    if (!store) return 'missing';
    if (store.has_expired || isDue(store, given.at)) return 'expired';
    refuse(quotaChecks(owner, quotas, FILES_TO_PROCESS));
    if (!files.add(owner, storeId, given)) return 'full';
    const { at: createdAt, batchId: id } = given;
    table.put({ owner }, { ...store, last_active_at: Math.max(store.last_active_at, createdAt) });
    if (id !== undefined) batches.set(id, { id, vectorStoreId: storeId, createdAt, isCancelled: false });
    added.notify();
    return 'added';
  }

  function findFile(scope: Scope, storeId: string, fileId: string): StoreFile | undefined {
    return find(scope, storeId) && files.find(storeId, fileId);
  }

  function findBatch(scope: Scope, storeId: string, batchId: string): BatchState | undefined {
    const batch = batches.get(batchId);
    return batch?.vectorStoreId === storeId && find(scope, storeId) ? batch : undefined;
  }

  const vectorStores: VectorStoreStorage = {
    async create({ owner }, store, first, { idempotencyRecord, quotas } = {}) {
      idempotency.refuseTaken(owner, idempotencyRecord);
      const additions = { vectorStores: 1, ...(first.length > 0 && FILES_TO_PROCESS) };
      refuse(quotaChecks(owner, quotas, additions));
      insert(owner, store);
      if (first.length > 0)
        addFiles({ owner }, store.id, { at: store.created_at, files: first, existing: 'keep' });
      idempotency.put(owner, idempotencyRecord);
    },

    async get(scope, id) {
      return find(scope, id);
    },

    list: ({ owner }, query) => table.list({ owner }, query),

    async update(scope, id, patch) {
      const before = find(scope, id);
      if (!before) return undefined;
      const activeAt = Math.max(before.last_active_at, patch.last_active_at ?? 0);
      return table.update({ owner: scope.owner }, id, { ...patch, last_active_at: activeAt });
    },

    async delete({ owner }, id) {
      if (!table.remove({ owner }, id)) return false;
      files.removeStore(id);
      for (const batch of batches.values()) if (batch.vectorStoreId === id) batches.delete(batch.id);
      return true;
    },

    async ownerOf(id) {
      return table.ownerOf(id);
    },

    async addFiles(scope, storeId, given, quotas) {
      return addFiles(scope, storeId, given, quotas);
    },

    async getFile(scope, storeId, fileId) {
      const file = findFile(scope, storeId, fileId);
      return file && toStoreFileObject(file);
    },

    async listFiles(scope, storeId, { filter, batchId, ...query }) {
      const cursors = [query.after, query.before];
      const isListed = (file: StoreFile) =>
        (filter === undefined || file.status === filter) &&
        (batchId === undefined || file.batchId === batchId);
      const all = find(scope, storeId) ? files.all(storeId) : [];
      const listed = all.filter((file) => isListed(file) || cursors.includes(file.file.fileId));
      const page = cutPage(listed, query, (id) => {
        const at = listed.findIndex(({ file }) => file.fileId === id);
        return at === -1 ? undefined : at;
      });
      return page && listPage<VectorStoreFileObject>(page.rows.map(toStoreFileObject), page.hasMore);
    },

    async updateFile(scope, storeId, fileId, attributes) {
      const file = findFile(scope, storeId, fileId);
      if (!file) return undefined;
      file.file = { ...file.file, attributes };
      return toStoreFileObject(file);
    },

    async deleteFile(scope, storeId, fileId) {
      const file = findFile(scope, storeId, fileId);
      if (file) files.remove(file);
      return file !== undefined;
    },

    async getBatch(scope, storeId, batchId) {
      const batch = findBatch(scope, storeId, batchId);
      return batch && toBatchObject(batch, files.count(storeId, batchId));
    },

    async cancelBatch(scope, storeId, batchId) {
      const batch = findBatch(scope, storeId, batchId);
      if (!batch) return undefined;
      const open = files.all(storeId, batchId).filter(({ status }) => status === 'in_progress');
      for (const file of open) files.cancel(file);
      const after = open.length > 0 ? { ...batch, isCancelled: true } : batch;
      batches.set(batchId, after);
      return toBatchObject(after, files.count(storeId, batchId));
    },

    async listSearchable(scope, storeId) {
      const store = find(scope, storeId);
      if (!store || store.has_expired) return [];
      return files.all(storeId).flatMap(toSearchable);
    },

    async getSearchable(scope, storeId, fileId) {
      const store = find(scope, storeId);
      const file = store && !store.has_expired ? files.find(storeId, fileId) : undefined;
      return file && toSearchable(file)[0];
    },

    async readIndex(contentId, segment) {
      return files.findSearchable(contentId)?.segments.find(({ number }) => number === segment)?.index;
    },

    async readChunks(contentId, from, limit) {
      const segments = files.findSearchable(contentId)?.segments ?? [];
      return segments.flatMap(({ chunks }) => chunks).slice(from, from + limit);
    },

    async claimIngest(workerId, leaseMs, limit) {
      return files.claim(workerId, now(), now() + leaseMs, limit);
    },

    async claimEmbedding(workerId, leaseMs, limit, model) {
      return files.claimEmbedding(workerId, now(), now() + leaseMs, limit, model);
    },

    async heartbeatIngest(lease, leaseMs) {
      const file = files.findLeased(lease);
      if (file) file.leaseUntil = now() + leaseMs;
      return file !== undefined;
    },

    async releaseIngest(lease) {
      const file = files.findLeased(lease);
      if (file) files.release(file);
    },

    async writeSegment(lease, segment) {
      const file = files.findLeased(lease);
      file?.segments.push(segment);
      return file !== undefined;
    },

    async replaceIndex(lease, segment, index) {
      const file = files.findLeased(lease);
      if (file) files.replaceIndex(file, segment, index);
      return file !== undefined;
    },

    async finishIngest(lease, outcome) {
      const file = files.findLeased(lease);
      if (file) files.finish(file, outcome);
      return file !== undefined;
    },

    onIngest: added.add,

    async dropExpired(at) {
      const due = table.findAll((store) => !store.has_expired && isDue(store, at));
      for (const { owner, object } of due) {
        table.put({ owner }, { ...object, has_expired: true });
        files.expire(object.id);
      }
    },

    // Contents are deleted with their files.
    async dropContents() {
      return false;
    },
  };

  return {
    vectorStores,
    table,

    attach(owner, attached, writes) {
      if (!attached || !writes) return;
      if (writes.isNew) insert(owner, attached.store);
      if (writes.files) addFiles({ owner }, writes.storeId, writes.files);
    },

    removeFile: (fileId) => files.removeFromAll(fileId),
    close: () => added.clear(),
  };
}

function isDue(store: VectorStoreRecord, at: number): boolean {
  return (vectorStoreExpiry(store) ?? Infinity) <= at;
}

function toSearchable(file: StoreFile): SearchableFile[] {
  if (file.status !== 'completed') return [];
  const { fileId, filename, attributes } = file.file;
  const { contentId, embeddingModel } = file;
  return [{ fileId, filename, attributes, contentId, segments: file.segments.length, embeddingModel }];
}

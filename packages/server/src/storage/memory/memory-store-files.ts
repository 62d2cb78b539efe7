import type { FileCounts, VectorStoreFileObject, VectorStoreFileStatus } from '@threadkit/core/api';
import { toFileCounts } from '../vector-store-objects.ts';
import {
  type ContentSegment,
  type EmbeddingLease,
  type IngestLease,
  type IngestOutcome,
  MAX_STORE_FILES,
  type NewVectorStoreFile,
  type NewVectorStoreFiles,
} from '../vector-store-storage.ts';

/** A file of a vector store with its content, as far as this is processed. */
export interface StoreFile {
  readonly owner: string;
  readonly vectorStoreId: string;
  readonly createdAt: number;
  readonly batchId: string | undefined;
  file: NewVectorStoreFile;
  status: VectorStoreFileStatus;
  lastError: VectorStoreFileObject['last_error'];
  usageBytes: number;
  workerId: string | undefined;
  /** Unix milliseconds. */
  leaseUntil: number;
  attempt: number;
  /** Of the last attempt. */
  contentId: string;
  segments: ContentSegment[];
  embeddingModel: string | null;
}

/** The files of all vector stores, and the leases of those that wait to be processed. */
export class MemoryStoreFiles {
  readonly #byStore = new Map<string, Map<string, StoreFile>>();
  readonly #byContent = new Map<string, StoreFile>();
  /** Those in progress, in the order in which they were added. */
  readonly #waiting = new Set<StoreFile>();
  #contents = 0;

  find(vectorStoreId: string, fileId: string): StoreFile | undefined {
    return this.#byStore.get(vectorStoreId)?.get(fileId);
  }

  /** Those of a vector store, or of one batch of it, oldest first. */
  all(vectorStoreId: string, batchId?: string): StoreFile[] {
    const files = [...(this.#byStore.get(vectorStoreId)?.values() ?? [])];
    return files
      .filter((file) => batchId === undefined || file.batchId === batchId)
      .toSorted((a, b) => a.createdAt - b.createdAt);
  }

  count(vectorStoreId: string, batchId?: string): FileCounts {
    return toFileCounts(this.all(vectorStoreId, batchId).map(({ status }) => [status, 1]));
  }

  /** Returns false and adds nothing when the vector store would have too many. */
  add(owner: string, vectorStoreId: string, added: NewVectorStoreFiles): boolean {
    const { at: createdAt, files, batchId, existing } = added;
    const known = this.#byStore.get(vectorStoreId) ?? new Map<string, StoreFile>();
    const isNew = files.filter(({ fileId }) => !known.has(fileId)).length;
    if (known.size + isNew > MAX_STORE_FILES) return false;
    this.#byStore.set(vectorStoreId, known);
    for (const file of files) {
      const before = known.get(file.fileId);
      if (before) {
        const isKept = before.status === 'in_progress' || before.status === 'completed';
        if (existing === 'keep' && isKept) continue;
        this.remove(before);
      }
      const entry: StoreFile = {
        owner,
        vectorStoreId,
        createdAt,
        batchId,
        file,
        status: 'in_progress',
        lastError: null,
        usageBytes: 0,
        workerId: undefined,
        leaseUntil: 0,
        attempt: 0,
        contentId: '',
        segments: [],
        embeddingModel: null,
      };
      known.set(file.fileId, entry);
      this.#waiting.add(entry);
    }
    return true;
  }

  remove(file: StoreFile): void {
    this.#byStore.get(file.vectorStoreId)?.delete(file.file.fileId);
    this.#waiting.delete(file);
    this.#dropContent(file);
  }

  removeStore(vectorStoreId: string): void {
    for (const file of this.all(vectorStoreId)) this.remove(file);
    this.#byStore.delete(vectorStoreId);
  }

  /** Removes a file of the storage from all vector stores. */
  removeFromAll(fileId: string): void {
    for (const files of this.#byStore.values()) {
      const file = files.get(fileId);
      if (file) this.remove(file);
    }
  }

  /** Drops the contents of a vector store. Its files stay. */
  expire(vectorStoreId: string): void {
    for (const file of this.all(vectorStoreId)) {
      if (file.status === 'in_progress') this.cancel(file);
      file.usageBytes = 0;
      this.#dropContent(file);
    }
  }

  cancel(file: StoreFile): void {
    this.#end(file, 'cancelled');
    this.#dropContent(file);
  }

  /** The file of a content that can be searched. */
  findSearchable(contentId: string): StoreFile | undefined {
    const file = this.#byContent.get(contentId);
    return file?.status === 'completed' ? file : undefined;
  }

  claim(workerId: string, now: number, until: number, limit: number): IngestLease[] {
    const free = [...this.#waiting].filter(({ leaseUntil }) => leaseUntil <= now).slice(0, limit);
    return free.map((file) => {
      this.#dropContent(file);
      this.#contents += 1;
      file.contentId = `content_${this.#contents}`;
      this.#byContent.set(file.contentId, file);
      file.workerId = workerId;
      file.leaseUntil = until;
      file.attempt += 1;
      const { owner, vectorStoreId, attempt, contentId } = file;
      return { owner, vectorStoreId, file: file.file, workerId, attempt, contentId };
    });
  }

  claimEmbedding(
    workerId: string,
    now: number,
    until: number,
    limit: number,
    model: string,
  ): EmbeddingLease[] {
    const free = [...this.#byContent.values()].filter(
      ({ status, embeddingModel, leaseUntil }) =>
        status === 'completed' && embeddingModel !== model && leaseUntil <= now,
    );
    return free.slice(0, limit).map((file) => {
      file.workerId = workerId;
      file.leaseUntil = until;
      const { owner, vectorStoreId, attempt, contentId, segments } = file;
      return {
        owner,
        vectorStoreId,
        file: file.file,
        workerId,
        attempt,
        contentId,
        segments: segments.length,
      };
    });
  }

  replaceIndex(file: StoreFile, segment: number, index: Uint8Array<ArrayBuffer>): void {
    file.segments = file.segments.map((one) => (one.number === segment ? { ...one, index } : one));
    file.embeddingModel = null;
  }

  /** The file of a lease that is not lost. */
  findLeased({ contentId, workerId }: IngestLease): StoreFile | undefined {
    const file = this.#byContent.get(contentId);
    return file?.workerId === workerId ? file : undefined;
  }

  release(file: StoreFile): void {
    file.workerId = undefined;
    file.leaseUntil = 0;
    if (file.status === 'in_progress') this.#dropContent(file);
  }

  finish(file: StoreFile, outcome: IngestOutcome): void {
    this.#end(file, outcome.status);
    if (outcome.status === 'completed') {
      file.usageBytes = outcome.usageBytes;
      file.embeddingModel = outcome.embeddingModel ?? null;
      return;
    }
    file.lastError = outcome.error;
    this.#dropContent(file);
  }

  #end(file: StoreFile, status: VectorStoreFileStatus): void {
    this.#waiting.delete(file);
    file.status = status;
    file.workerId = undefined;
    file.leaseUntil = 0;
  }

  #dropContent(file: StoreFile): void {
    this.#byContent.delete(file.contentId);
    file.segments = [];
  }
}

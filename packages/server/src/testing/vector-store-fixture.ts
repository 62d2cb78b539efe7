import { expect } from 'vitest';
import type { Scope } from '../storage/storage.ts';
import type {
  ContentSegment,
  IngestLease,
  NewVectorStore,
  NewVectorStoreFile,
  SearchableFile,
  VectorStoreStorage,
} from '../storage/vector-store-storage.ts';
import { ALICE, LEASE_MS, type StorageFixture } from './storage-fixture.ts';

export const STORE: NewVectorStore = {
  id: 'vs_1',
  created_at: 10,
  name: null,
  description: null,
  metadata: {},
  expires_after: null,
  last_active_at: 10,
};

export const FOR_A_DAY = { anchor: 'last_active_at', days: 1 } as const;
export const DAY_S = 24 * 3600;

export function storeFile(fileId: string, patch: Partial<NewVectorStoreFile> = {}): NewVectorStoreFile {
  return {
    fileId,
    filename: `${fileId}.txt`,
    attributes: null,
    chunkingStrategy: {
      type: 'static',
      static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 },
    },
    ...patch,
  };
}

/** Two chunks, whose texts name the segment. */
export function segment(number: number, label = 'text'): ContentSegment {
  return {
    number,
    firstChunk: number * 2,
    chunks: [0, 1].map((at) => ({ start: number * 20 + at * 10, text: `${label} ${number}.${at} żó\u0000` })),
    index: Uint8Array.from([number, 0, 255, label.length]),
  };
}

/** The vector stores of a storage, with functions that fill them. */
export interface VectorStoreFixture {
  readonly stores: VectorStoreStorage;
  create(
    id: string,
    fileIds?: readonly string[],
    patch?: Partial<NewVectorStore>,
    scope?: Scope,
  ): Promise<void>;
  /** Adds files one second after the creation of the vector store; must succeed. */
  add(fileIds: readonly string[], batchId?: string, existing?: 'replace' | 'keep'): Promise<void>;
  claim(workerId?: string, limit?: number): Promise<readonly IngestLease[]>;
  claimOne(workerId?: string): Promise<IngestLease>;
  /** Processes the next file into two segments. */
  process(label?: string): Promise<IngestLease>;
  /** Fails the next file. */
  fail(): Promise<void>;
  searchable(storeId?: string): Promise<readonly SearchableFile[]>;
  /** What can be read of a content: its indexes and the texts of its chunks. */
  read(contentId: string): Promise<{ readonly indexes: number; readonly texts: readonly string[] }>;
  /** The status of each file, oldest first. */
  statuses(storeId?: string): Promise<readonly string[]>;
}

export function vectorStoreFixture(fixture: StorageFixture): VectorStoreFixture {
  const stores = (): VectorStoreStorage => {
    const { vectorStores } = fixture.storage;
    if (!vectorStores) throw new Error('The storage has no vector stores.');
    return vectorStores;
  };

  async function claimOne(workerId = 'w'): Promise<IngestLease> {
    const [lease] = await stores().claimIngest(workerId, LEASE_MS, 1);
    if (!lease) throw new Error('There is no file to process.');
    return lease;
  }

  return {
    get stores() {
      return stores();
    },
    create: (id, fileIds = [], patch = {}, scope = ALICE) =>
      stores().create(
        scope,
        { ...STORE, ...patch, id },
        fileIds.map((fileId) => storeFile(fileId)),
      ),
    async add(fileIds, batchId, existing = 'replace') {
      const files = fileIds.map((fileId) => storeFile(fileId));
      expect(await stores().addFiles(ALICE, 'vs_1', { at: 11, files, batchId, existing })).toBe('added');
    },
    claim: (workerId = 'w', limit = 10) => stores().claimIngest(workerId, LEASE_MS, limit),
    claimOne,
    async process(label) {
      const lease = await claimOne();
      for (const number of [0, 1])
        expect(await stores().writeSegment(lease, segment(number, label))).toBe(true);
      expect(await stores().finishIngest(lease, { status: 'completed', usageBytes: 100 })).toBe(true);
      return lease;
    },
    async fail() {
      const error = { code: 'unsupported_file', message: 'Not text.' };
      expect(await stores().finishIngest(await claimOne(), { status: 'failed', error })).toBe(true);
    },
    searchable: (storeId = 'vs_1') => stores().listSearchable(ALICE, storeId),
    async read(contentId) {
      const indexes = await Promise.all([0, 1, 2].map((number) => stores().readIndex(contentId, number)));
      const chunks = await stores().readChunks(contentId, 0, 100);
      return {
        indexes: indexes.filter((index) => index !== undefined).length,
        texts: chunks.map(({ text }) => text),
      };
    },
    async statuses(storeId = 'vs_1') {
      const page = await stores().listFiles(ALICE, storeId, { order: 'asc', limit: 100 });
      return page?.data.map(({ id, status }) => `${id} ${status}`) ?? [];
    },
  };
}

import { describe, expect, it, onTestFinished } from 'vitest';
import { filesInStorage, type StoredFiles } from '../files/stored-files.ts';
import { createRepeatingLog, type LogEntry } from '../shared/log.ts';
import { newId } from '../shared/new-id.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import type { VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate } from '../testing/step-engine.ts';
import { until } from '../testing/until.ts';
import { DAY_S, FOR_A_DAY, STORE, storeFile } from '../testing/vector-store-fixture.ts';
import { createIngestWorker, type IngestContext, type IngestWorker } from './ingest-worker.ts';

const SCOPE = { owner: 'o' };
const LEASE_MS = 30_000;

/** A storage with a vector store, and workers on it. */
function fixture() {
  const clock = createManualClock(0);
  const storage = memoryStorage({ now: clock.now });
  const { vectorStores } = storage;
  if (!vectorStores) throw new Error('The storage has no vector stores.');
  const faults: unknown[] = [];
  const log: LogEntry[] = [];
  const context: IngestContext = {
    files: filesInStorage(storage),
    newId,
    now: clock.now,
    setTimer: clock.setTimer,
    log: createRepeatingLog((entry) => log.push(entry), clock.now),
    onError: (error) => faults.push(error),
  };
  return {
    clock,
    storage,
    vectorStores,
    faults,
    log,
    files: context.files,
    async addFile(id: string, text: string): Promise<void> {
      await storage.createFile(SCOPE, {
        id,
        content: new Blob([text]).stream(),
        toFile: (bytes) => ({
          id,
          object: 'file',
          bytes,
          created_at: 0,
          filename: `${id}.txt`,
          purpose: 'assistants',
          status: 'processed',
        }),
      });
    },
    createStore: (...fileIds: string[]) =>
      vectorStores.create(
        SCOPE,
        STORE,
        fileIds.map((id) => storeFile(id)),
      ),
    startWorker(overrides: Partial<VectorStoreStorage> = {}, files: Partial<StoredFiles> = {}): IngestWorker {
      const worker = createIngestWorker(
        { ...vectorStores, ...overrides },
        { ...context, files: { ...context.files, ...files } },
        { leaseMs: LEASE_MS },
      );
      onTestFinished(() => worker.close());
      return worker;
    },
    async fileIn(status: string, id = 'file-1') {
      await until(async () => (await vectorStores.getFile(SCOPE, STORE.id, id))?.status === status);
      return vectorStores.getFile(SCOPE, STORE.id, id);
    },
  };
}

/** Content that arrives when the gate opens. */
function gatedContent(opened: Promise<void>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  return Promise.resolve(
    new ReadableStream({
      async start(controller) {
        await opened;
        controller.enqueue(new TextEncoder().encode('late text'));
        controller.close();
      },
    }),
  );
}

describe('createIngestWorker', () => {
  it('processes the files that are there when it starts, and those that are added later', async () => {
    const { addFile, createStore, vectorStores, startWorker, fileIn } = fixture();
    await addFile('file-1', 'first');
    await addFile('file-2', 'second');
    await createStore('file-1');
    startWorker();
    expect(await fileIn('completed')).toMatchObject({ usage_bytes: expect.any(Number) });
    const added = { at: 11, files: [storeFile('file-2')], existing: 'keep' } as const;
    await vectorStores.addFiles(SCOPE, STORE.id, added);
    await fileIn('completed', 'file-2');
    const [found] = await vectorStores.listSearchable(SCOPE, STORE.id);
    expect(await vectorStores.readChunks(found?.contentId ?? '', 0, 10)).toEqual([
      { start: 0, text: 'first' },
    ]);
  });

  it('a file that is no text fails with the reason, and does not keep others from being processed', async () => {
    const { addFile, createStore, startWorker, fileIn, faults } = fixture();
    await addFile('file-1', '\u0000\u0001\u0002'.repeat(100));
    await addFile('file-2', 'text');
    await createStore('file-1', 'file-2');
    startWorker();
    expect((await fileIn('failed'))?.last_error?.code).toBe('unsupported_file');
    await fileIn('completed', 'file-2');
    expect(faults).toEqual([]);
  });

  it('a file that is gone fails, and says so', async () => {
    const { createStore, startWorker, fileIn } = fixture();
    await createStore('file-1');
    startWorker();
    expect((await fileIn('failed'))?.last_error).toEqual({
      code: 'server_error',
      message: 'The file was deleted before it was processed.',
    });
  });

  it('a fault is reported, and fails the file without its text', async () => {
    const { addFile, createStore, startWorker, fileIn, faults } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    startWorker({}, { getContent: () => Promise.reject(new Error('secret')) });
    expect((await fileIn('failed'))?.last_error?.message).toBe(
      'The server had an error while it processed the file.',
    );
    expect(faults).toEqual([expect.objectContaining({ message: 'secret' })]);
  });

  it('a file is left for later while the storage is away', async () => {
    const { addFile, createStore, startWorker, fileIn, clock } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    let isAway = true;
    const worker = startWorker(
      {},
      {
        getContent: async () => {
          if (!isAway) return new Blob(['text']).stream();
          isAway = false;
          throw new StorageUnavailableError('away');
        },
      },
    );
    await worker.sweep();
    await fileIn('completed');
    expect(clock.now()).toBe(0);
  });

  it('a closing worker leaves its file, and another one processes it', async () => {
    const { addFile, createStore, startWorker, fileIn } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    const started = gate();
    const content = gate();
    const first = startWorker(
      {},
      {
        getContent: () => {
          started.open();
          return gatedContent(content.opened);
        },
      },
    );
    await started.opened;
    const closed = first.close();
    content.open();
    await closed;
    startWorker();
    await fileIn('completed');
  });

  it('a file whose server has stopped is processed by another one when its lease is over, and fails after three of them', async () => {
    const { addFile, createStore, vectorStores, startWorker, fileIn, clock } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    for (const attempt of [1, 2, 3]) {
      const [lease] = await vectorStores.claimIngest('dead', LEASE_MS, 1);
      expect(lease?.attempt).toBe(attempt);
      await clock.advance(LEASE_MS + 1);
    }
    startWorker();
    expect((await fileIn('failed'))?.last_error?.message).toContain('stopped several times');
  });

  it('keeps its lease while a file takes long', async () => {
    const { addFile, createStore, vectorStores, startWorker, fileIn, clock } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    const content = gate();
    const started = gate();
    startWorker(
      {},
      {
        getContent: () => {
          started.open();
          return gatedContent(content.opened);
        },
      },
    );
    await started.opened;
    await clock.advance(LEASE_MS * 3);
    expect(await vectorStores.claimIngest('other', LEASE_MS, 1)).toEqual([]);
    content.open();
    await fileIn('completed');
  });

  it('stops when the file is removed from the vector store meanwhile', async () => {
    const { addFile, createStore, vectorStores, startWorker, faults, clock } = fixture();
    await addFile('file-1', 'text');
    await createStore('file-1');
    const content = gate();
    const started = gate();
    const worker = startWorker(
      {},
      {
        getContent: () => {
          started.open();
          return gatedContent(content.opened);
        },
      },
    );
    await started.opened;
    await vectorStores.deleteFile(SCOPE, STORE.id, 'file-1');
    await clock.advance(LEASE_MS);
    content.open();
    await worker.close();
    expect(faults).toEqual([]);
    expect(await vectorStores.getFile(SCOPE, STORE.id, 'file-1')).toBeUndefined();
  });

  it('a sweep expires vector stores, and deletes what nobody can read any more', async () => {
    const { addFile, vectorStores, startWorker, fileIn, clock } = fixture();
    await addFile('file-1', 'text');
    const store = { ...STORE, created_at: 0, last_active_at: 0, expires_after: FOR_A_DAY };
    await vectorStores.create(SCOPE, store, [storeFile('file-1')]);
    const worker = startWorker();
    await fileIn('completed');
    const [found] = await vectorStores.listSearchable(SCOPE, STORE.id);
    await clock.advance(DAY_S * 1000);
    await worker.sweep();
    expect(await vectorStores.get(SCOPE, STORE.id)).toMatchObject({ has_expired: true, usage_bytes: 0 });
    expect(await vectorStores.readIndex(found?.contentId ?? '', 0)).toBeUndefined();
  });
});

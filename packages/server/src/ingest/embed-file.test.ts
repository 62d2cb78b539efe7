import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmbedder } from '../embeddings/embedder.ts';
import type { Embeddings } from '../embeddings/embeddings.ts';
import { EngineError } from '../engines/engine-error.ts';
import { filesInStorage } from '../files/stored-files.ts';
import { createVectorStoreSearch } from '../retrieval/search-vector-store.ts';
import { createRepeatingLog } from '../shared/log.ts';
import { newId } from '../shared/new-id.ts';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate } from '../testing/step-engine.ts';
import { until } from '../testing/until.ts';
import { STORE, storeFile } from '../testing/vector-store-fixture.ts';
import { wordEmbeddings, wordVector } from '../testing/word-embeddings.ts';
import { createIngestWorker } from './ingest-worker.ts';

const SCOPE = { owner: 'o' };
const LEASE_MS = 30_000;
const HOUR_MS = 3_600_000;
const CATS = 'A cat sleeps for most of its day.';

/** A storage with a vector store of these files, and workers on it with different embeddings. */
async function fixture(...texts: string[]) {
  const clock = createManualClock(0);
  const storage = memoryStorage({ now: clock.now });
  const stores = storage.vectorStores;
  if (!stores) throw new Error('The storage has no vector stores.');
  const faults: unknown[] = [];
  const ids = texts.map((_, index) => `file-${index}`);
  for (const [index, text] of texts.entries()) {
    const id = ids[index] ?? '';
    const file = { id, object: 'file', created_at: 0, filename: 'a.txt', purpose: 'assistants' } as const;
    await storage.createFile(SCOPE, {
      id,
      content: new Blob([text]).stream(),
      toFile: (bytes) => ({ ...file, bytes, status: 'processed' }),
    });
  }
  await stores.create(
    SCOPE,
    STORE,
    ids.map((id) => storeFile(id)),
  );
  const log = createRepeatingLog(() => {}, clock.now);
  const embedderOf = (embeddings: Embeddings) =>
    createEmbedder(embeddings, {
      ...clock,
      random: () => 0,
      log,
      onError: (error) => faults.push(error),
    });
  const models = async () =>
    (await stores.listSearchable(SCOPE, STORE.id)).map(({ embeddingModel }) => embeddingModel);
  return {
    clock,
    stores,
    faults,
    models,
    start(embeddings?: Embeddings, overrides: Partial<VectorStoreStorage> = {}) {
      const embedder = embeddings && embedderOf(embeddings);
      const context = {
        files: filesInStorage(storage),
        newId,
        ...clock,
        log,
        onError: (error: unknown) => faults.push(error),
      };
      const worker = createIngestWorker(
        { ...stores, ...overrides },
        { ...context, embedder },
        { leaseMs: LEASE_MS },
      );
      onTestFinished(() => worker.close());
      return worker;
    },
    async haveModel(model: string | null) {
      await until(async () => {
        const found = await models();
        return found.length === texts.length && found.every((one) => one === model);
      });
    },
    async find(query: string, embeddings: Embeddings) {
      const search = createVectorStoreSearch({ storage: stores, embedder: embedderOf(embeddings) });
      const found = await search({ stores: [{ scope: SCOPE, id: STORE.id }], queries: [query], limit: 5 });
      return found.map(({ text }) => text);
    },
  };
}

/** Refuses texts with this word, as one that is too long for a model. */
const refusing = (word: string) =>
  wordEmbeddings({
    async embed(texts) {
      if (texts.some((text) => text.includes(word))) throw new EngineError('invalid_prompt', 'Too long.');
      return texts.map((text) => wordVector(text));
    },
  });

describe('the vectors of files that are processed already', () => {
  it('are made when a server has embeddings for the first time', async () => {
    const { start, haveModel, find, faults } = await fixture(CATS, 'The river flows into the sea.');
    const plain = start();
    await haveModel(null);
    await plain.close();
    expect(await find('feline', wordEmbeddings())).toEqual([]);
    start(wordEmbeddings());
    await haveModel('words');
    expect(await find('feline', wordEmbeddings())).toEqual([CATS]);
    expect(faults).toEqual([]);
  });

  it('are made again when the model or its dimensions change, while the file is found by keywords', async () => {
    const { start, haveModel, find, stores } = await fixture(CATS);
    const before = start(wordEmbeddings({ model: 'old' }));
    await haveModel('old');
    await before.close();
    const opened = gate();
    const shorter = wordEmbeddings({ model: 'old', dimensions: 32 });
    start({
      ...shorter,
      async embed(...given) {
        await opened.opened;
        return shorter.embed(...given);
      },
    });
    expect(await find('cat', shorter)).toEqual([CATS]);
    expect(await find('feline', shorter)).toEqual([]);
    opened.open();
    await haveModel('old (32)');
    expect(await find('feline', shorter)).toEqual([CATS]);
    const [file] = await stores.listSearchable(SCOPE, STORE.id);
    const { usage_bytes: bytes } = (await stores.getFile(SCOPE, STORE.id, 'file-0')) ?? {};
    const index = await stores.readIndex(file?.contentId ?? '', 0);
    expect(bytes).toBe(CATS.length + (index?.byteLength ?? 0));
  });

  it('are made of all segments of a long file', async () => {
    const long = Array.from({ length: 9000 }, (_, at) => `The line ${at} has nothing else to say.`).join(
      '\n',
    );
    const { start, haveModel, find, models } = await fixture(`${long}\n${CATS}`);
    const plain = start();
    await haveModel(null);
    await plain.close();
    start(wordEmbeddings({ dimensions: 2048 }));
    await haveModel('words (2048)');
    expect(await models()).toEqual(['words (2048)']);
    const [found] = await find('feline', wordEmbeddings({ dimensions: 2048 }));
    expect(found).toContain(CATS);
  });

  it('are made when an endpoint is back that was away', async () => {
    let isAway = true;
    let calls = 0;
    const embeddings = wordEmbeddings({
      async embed(texts) {
        calls += 1;
        if (isAway) throw new EngineError('server_error', 'Away.', { retry: {} });
        return texts.map((text) => wordVector(text));
      },
    });
    const { start, clock, models, haveModel } = await fixture(CATS);
    const worker = start(embeddings);
    await until(async () => calls === 1);
    await clock.advance(15_000);
    await haveModel(null);
    isAway = false;
    await worker.sweep();
    await clock.advance(29_000);
    expect(await models()).toEqual([null]);
    await clock.advance(1000);
    await worker.sweep();
    await haveModel('words');
  });

  it('of a file whose texts are refused keep no other from theirs, and are tried again an hour later', async () => {
    const { start, clock, models, haveModel, faults } = await fixture('An endless text.', CATS);
    const plain = start();
    await haveModel(null);
    await plain.close();
    const worker = start(refusing('endless'));
    await until(async () => (await models()).includes('words'));
    expect(await models()).toEqual([null, 'words']);
    await worker.close();
    const next = start(wordEmbeddings());
    await clock.advance(HOUR_MS - 1);
    await next.sweep();
    await clock.advance(0);
    expect(await models()).toEqual([null, 'words']);
    await clock.advance(1);
    await next.sweep();
    await haveModel('words');
    expect(faults).toEqual([]);
  });

  it('a server that closes meanwhile leaves them to the next', async () => {
    const { start, haveModel } = await fixture(CATS);
    const plain = start();
    await haveModel(null);
    await plain.close();
    let calls = 0;
    const worker = start(
      wordEmbeddings({
        embed() {
          calls += 1;
          return new Promise(() => {});
        },
      }),
    );
    await until(async () => calls === 1);
    await worker.close();
    start(wordEmbeddings());
    await haveModel('words');
  });

  it('an error of the storage is reported, and the file stays completed', async () => {
    const { start, clock, stores, haveModel, models, faults } = await fixture(CATS);
    const plain = start();
    await haveModel(null);
    await plain.close();
    const broken = start(wordEmbeddings(), { replaceIndex: () => Promise.reject(new Error('disk')) });
    await until(async () => faults.length > 0);
    expect(faults).toEqual([new Error('disk')]);
    expect(await models()).toEqual([null]);
    expect((await stores.getFile(SCOPE, STORE.id, 'file-0'))?.status).toBe('completed');
    await broken.close();
    await clock.advance(HOUR_MS);
    start(wordEmbeddings());
    await haveModel('words');
  });
});

import type { FileAttributes } from '@threadkit/core/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import type { VectorStoreStorage } from '../storage/vector-store-storage.ts';
import { ingestFile } from './ingest-file.ts';
import {
  createVectorStoreSearch,
  type SearchVectorStores,
  type VectorStoreQuery,
  type VectorStoreSearchOptions,
} from './search-vector-store.ts';

const ALICE = { owner: 'alice' };
const BOB = { owner: 'bob' };
const sizes = { maxTokens: 20, overlapTokens: 10 };

let stores: VectorStoreStorage;

beforeEach(() => {
  const { vectorStores } = memoryStorage();
  if (!vectorStores) throw new Error('The storage has no vector stores.');
  stores = vectorStores;
});

/** Creates a vector store with these texts, which are processed. */
async function store(
  id: string,
  texts: Readonly<Record<string, string>>,
  { scope = ALICE, attributes = null }: { scope?: typeof ALICE; attributes?: FileAttributes | null } = {},
): Promise<void> {
  const files = Object.keys(texts).map((fileId) => ({
    fileId,
    filename: `${fileId}.txt`,
    attributes,
    chunkingStrategy: {
      type: 'static' as const,
      static: { max_chunk_size_tokens: sizes.maxTokens, chunk_overlap_tokens: sizes.overlapTokens },
    },
  }));
  const created = {
    id,
    created_at: 1,
    name: null,
    metadata: {},
    description: null,
    expires_after: null,
    last_active_at: 1,
  };
  await stores.create(scope, created, files);
  for (const lease of await stores.claimIngest('worker', 60_000, files.length)) {
    const content = new Blob([texts[lease.file.fileId] ?? '']).stream();
    const ingestion = ingestFile({ filename: lease.file.filename, content, sizes });
    let step = await ingestion.next();
    for (; !step.done; step = await ingestion.next()) await stores.writeSegment(lease, step.value);
    await stores.finishIngest(lease, step.value);
  }
}

const createSearch = (options: Partial<VectorStoreSearchOptions> = {}): SearchVectorStores =>
  createVectorStoreSearch({ storage: stores, ...options });

function search(queries: string | readonly string[], options: Partial<VectorStoreQuery> = {}) {
  const query = { stores: [{ scope: ALICE, id: 'vs_1' }], queries: [queries].flat(), limit: 10, ...options };
  return createSearch()(query);
}

const filler = (count: number, word = 'filler'): string =>
  Array.from({ length: count }, (_, at) => `The line ${at} of ${word} has nothing else.`).join('\n');

describe('a search in vector stores', () => {
  it('finds chunks with their file, text and number, the best first', async () => {
    await store('vs_1', { a: `${filler(500)}\nA lease ends after a minute.\n${filler(3)}`, b: 'A lease.' });
    const found = await search('when does a lease end');
    expect(found[0]).toMatchObject({ fileId: 'a', filename: 'a.txt', attributes: null });
    expect(found[0]?.text).toContain('A lease ends after a minute.');
    const searchable = await stores.getSearchable(ALICE, 'vs_1', 'a');
    const [stored] = await stores.readChunks(searchable?.contentId ?? '', found[0]?.chunk ?? -1, 1);
    expect(stored?.text).toBe(found[0]?.text);
    expect(found[0]?.chunk).toBeGreaterThan(128);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(found.map(({ fileId }) => fileId)).toContain('b');
  });

  it('returns at most the limit, and no score below the threshold', async () => {
    await store('vs_1', { a: filler(100) });
    const all = await search('line 5', { limit: 7 });
    expect(all).toHaveLength(7);
    const scoreThreshold = all[0]?.score;
    const best = await search('line 5', { limit: 7, scoreThreshold });
    expect(best.every(({ score }) => score === scoreThreshold)).toBe(true);
    expect(await search('line 5', { scoreThreshold: 1 })).toEqual([]);
    expect(await search('line 5', { limit: 0 })).toEqual([]);
  });

  it('searches several vector stores together, and a file of both once', async () => {
    await store('vs_1', { a: 'A lease.', b: 'A run.' });
    await store('vs_2', { a: 'A lease.', c: 'The lease of a run.' });
    const both = [
      { scope: ALICE, id: 'vs_1' },
      { scope: ALICE, id: 'vs_2' },
    ];
    const found = await search('lease', { stores: both });
    expect(found.map(({ fileId }) => fileId)).toEqual(['a', 'c']);
    expect(await search('lease', { stores: [] })).toEqual([]);
  });

  it('finds nothing of other owners, whose files change no score', async () => {
    await store('vs_1', { a: 'A lease.', b: 'A run.' });
    const before = await search('lease');
    await store('vs_2', { c: 'lease '.repeat(100) }, { scope: BOB });
    expect(await search('lease')).toEqual(before);
    expect(await search('lease', { stores: [{ scope: ALICE, id: 'vs_2' }] })).toEqual([]);
    expect(await search('lease', { stores: [{ scope: ALICE, id: 'vs_none' }] })).toEqual([]);
  });

  it('searches only files that meet the filter, and ranks among these', async () => {
    await store('vs_1', { a: 'A lease.', b: 'A run.' });
    const alone = await search('lease');
    await store('vs_2', { a: 'A lease.', b: 'A run.' }, { attributes: { year: 2026 } });
    await store('vs_3', { c: 'A lease.' }, { attributes: { year: 2025 } });
    const found = await search('lease', {
      stores: ['vs_2', 'vs_3'].map((id) => ({ scope: ALICE, id })),
      filter: { type: 'eq', key: 'year', value: 2026 },
    });
    expect(found).toEqual(alone.map((one) => ({ ...one, attributes: { year: 2026 } })));
  });

  it('of the scores for several queries, the best counts', async () => {
    await store('vs_1', { a: 'A lease.', b: 'The status of a run.', c: 'Other.' });
    const found = await search(['lease', 'run status', '?!']);
    expect(found.map(({ fileId }) => fileId).toSorted()).toEqual(['a', 'b']);
    expect(await search(['?!', ''])).toEqual([]);
    expect(await search([])).toEqual([]);
  });

  it('reads only the beginning of a long query', async () => {
    await store('vs_1', { a: 'A lease.' });
    expect(await search(`${'word '.repeat(2000)} lease`)).toEqual([]);
    expect(await search(`lease ${'word '.repeat(200_000)}`)).toHaveLength(1);
  });

  it('leaves out contents that are deleted meanwhile', async () => {
    const texts = { a: `A lease. ${filler(500)}`, b: 'A lease of a run.', c: filler(500) };
    await store('vs_1', texts);
    for (const afterReads of [0, 1, 3, 1000]) {
      let reads = 0;
      const removeFile = async () => {
        if (reads === afterReads) await stores.deleteFile(ALICE, 'vs_1', 'a');
        reads += 1;
      };
      const own = createVectorStoreSearch({
        storage: {
          ...stores,
          async readIndex(contentId, segment) {
            await removeFile();
            return stores.readIndex(contentId, segment);
          },
          async readChunks(contentId, from, limit) {
            if (afterReads === 1000) await stores.deleteFile(ALICE, 'vs_1', 'a');
            return stores.readChunks(contentId, from, limit);
          },
        },
      });
      const found = await own({ stores: [{ scope: ALICE, id: 'vs_1' }], queries: ['lease'], limit: 10 });
      expect(found.map(({ fileId }) => fileId)).toEqual(['b']);
      await stores.delete(ALICE, 'vs_1');
      await store('vs_1', texts);
    }
  });

  it('reads each segment once, as long as it fits into the cache', async () => {
    await store('vs_1', { a: filler(500), b: filler(500) });
    let reads = 0;
    const storage: VectorStoreStorage = {
      ...stores,
      readIndex(contentId, segment) {
        reads += 1;
        return stores.readIndex(contentId, segment);
      },
    };
    const query = { stores: [{ scope: ALICE, id: 'vs_1' }], queries: ['line 5'], limit: 3 };
    const kept = createSearch({ storage });
    const first = await kept(query);
    const segments = reads;
    expect(await kept(query)).toEqual(first);
    expect(reads).toBe(segments);
    const uncached = createSearch({ storage, cacheBytes: 0 });
    expect(await uncached(query)).toEqual(first);
    expect(await uncached(query)).toEqual(first);
    expect(reads).toBe(3 * segments);
  });

  it('rejects when the storage does, or an index cannot be read, with the id of the file', async () => {
    await store('vs_1', { a: filler(500), b: 'A line.' });
    const query = { stores: [{ scope: ALICE, id: 'vs_1' }], queries: ['line'], limit: 3 };
    const failing = createSearch({
      storage: {
        ...stores,
        readIndex: async () => {
          throw new Error('no connection');
        },
      },
    });
    await expect(failing(query)).rejects.toThrow('no connection');
    const damaged = createSearch({
      storage: { ...stores, readIndex: async () => new Uint8Array(20) },
    });
    await expect(damaged(query)).rejects.toThrow(/^The file a cannot be searched: The stored search index/);
  });

  it('lets others have a turn, and ends when it is aborted meanwhile', async () => {
    await store('vs_1', { a: filler(12_000) });
    const abort = new AbortController();
    let pauses = 0;
    const own = createSearch({
      waitForLoop: async () => {
        pauses += 1;
        if (pauses === 2) abort.abort(new Error('cancelled'));
      },
    });
    const query = { stores: [{ scope: ALICE, id: 'vs_1' }], queries: [filler(30)], limit: 3 };
    await expect(own({ ...query, signal: abort.signal })).rejects.toThrow('cancelled');
    expect(pauses).toBe(2);
    expect(await own(query)).toHaveLength(3);
    expect(pauses).toBeGreaterThan(4);
  });
});

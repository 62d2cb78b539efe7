import { describe, expect, it } from 'vitest';
import { createSegmentCache } from './segment-cache.ts';

/** A storage with segments of ten bytes, and the reads of it. */
function countedStorage() {
  const reads: string[] = [];
  const gone = new Set<string>();
  return {
    reads,
    gone,
    async readIndex(contentId: string, segment: number) {
      reads.push(`${contentId} ${segment}`);
      return gone.has(contentId) ? undefined : new Uint8Array(10).fill(segment);
    },
  };
}

const file = (contentId: string, embeddingModel: string | null = null) => ({ contentId, embeddingModel });

describe('the cache of segments', () => {
  it('reads a segment once', async () => {
    const storage = countedStorage();
    const cache = createSegmentCache(storage, 100);
    const first = await cache.read(file('a'), 0);
    expect(await cache.read(file('a'), 0)).toBe(first);
    expect((await cache.read(file('a'), 1))?.[0]).toBe(1);
    expect(storage.reads).toEqual(['a 0', 'a 1']);
  });

  it('shares one read among concurrent calls', async () => {
    const storage = countedStorage();
    const cache = createSegmentCache(storage, 0);
    const [first, second] = await Promise.all([cache.read(file('a'), 0), cache.read(file('a'), 0)]);
    expect(second).toBe(first);
    expect(storage.reads).toEqual(['a 0']);
    // Nothing was kept.
    await cache.read(file('a'), 0);
    expect(storage.reads).toHaveLength(2);
  });

  it('drops what was not read for the longest time when there are too many bytes', async () => {
    const storage = countedStorage();
    const cache = createSegmentCache(storage, 30);
    for (const segment of [0, 1, 2, 0, 3]) await cache.read(file('a'), segment);
    storage.reads.length = 0;
    for (const segment of [0, 2, 3]) await cache.read(file('a'), segment);
    expect(storage.reads).toEqual([]);
    await cache.read(file('a'), 1);
    expect(storage.reads).toEqual(['a 1']);
  });

  it('does not keep an index that is longer than the limit, and keeps the others', async () => {
    const storage = countedStorage();
    const cache = createSegmentCache(
      {
        readIndex: async (id, segment) =>
          id === 'long' ? new Uint8Array(31) : storage.readIndex(id, segment),
      },
      30,
    );
    await cache.read(file('a'), 0);
    expect(await cache.read(file('long'), 0)).toHaveLength(31);
    await cache.read(file('a'), 0);
    expect(storage.reads).toEqual(['a 0']);
  });

  it('reads a segment again when its file has vectors of another model', async () => {
    const storage = countedStorage();
    const cache = createSegmentCache(storage, 100);
    for (const model of [null, 'm', 'm']) await cache.read(file('a', model), 0);
    expect(storage.reads).toEqual(['a 0', 'a 0']);
  });

  it('does not remember what is missing or cannot be read', async () => {
    const storage = countedStorage();
    storage.gone.add('a');
    const cache = createSegmentCache(storage, 100);
    expect(await cache.read(file('a'), 0)).toBeUndefined();
    storage.gone.clear();
    expect(await cache.read(file('a'), 0)).toHaveLength(10);
    let fails = true;
    const failing = createSegmentCache(
      {
        async readIndex() {
          if (fails) throw new Error('no connection');
          return new Uint8Array(1);
        },
      },
      100,
    );
    await expect(failing.read(file('a'), 0)).rejects.toThrow('no connection');
    fails = false;
    expect(await failing.read(file('a'), 0)).toHaveLength(1);
  });
});

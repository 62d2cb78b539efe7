import { beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddingLease } from '../storage/vector-store-storage.ts';
import { ALICE, LEASE_MS, type StorageFixture } from './storage-fixture.ts';
import { DAY_S, FOR_A_DAY, segment, storeFile, type VectorStoreFixture } from './vector-store-fixture.ts';

const INDEX = Uint8Array.of(1, 2, 3);

/** The leases of completed files whose vectors are made, and the replaced indexes. */
export function describeEmbedding(fixture: StorageFixture, own: VectorStoreFixture): void {
  const claim = (model = 'm', workerId = 'w', limit = 10) =>
    own.stores.claimEmbedding(workerId, LEASE_MS, limit, model);
  const idsOf = (leases: readonly EmbeddingLease[]) => leases.map(({ file }) => file.fileId).toSorted();
  async function claimOne(workerId = 'w'): Promise<EmbeddingLease> {
    const [lease] = await claim('m', workerId, 1);
    if (!lease) throw new Error('There is no file to embed.');
    return lease;
  }
  /** Completes the next file with vectors of this model. */
  async function processWith(embeddingModel: string | null): Promise<void> {
    const lease = await own.claimOne();
    await own.stores.writeSegment(lease, segment(0));
    await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 5, embeddingModel });
  }

  describe('vectors of files', () => {
    beforeEach(() => own.create('vs_1', ['a', 'b', 'c', 'd']));

    it('files without vectors and with those of other models are leased, and others are not', async () => {
      for (const model of ['l', 'm', 'n', null]) await processWith(model);
      expect((await own.searchable()).map(({ embeddingModel }) => embeddingModel)).toEqual([
        'l',
        'm',
        'n',
        null,
      ]);
      const leases = await claim();
      expect(idsOf(leases)).toEqual(['a', 'c', 'd']);
      const { contentId } = (await own.searchable())[0] ?? {};
      expect(leases.find(({ file }) => file.fileId === 'a')).toEqual({
        owner: 'alice',
        vectorStoreId: 'vs_1',
        file: storeFile('a'),
        workerId: 'w',
        attempt: 1,
        contentId,
        segments: 1,
      });
    });

    it('files that are not completed are not leased', async () => {
      await own.fail();
      await own.create('vs_2', ['e']);
      await own.add(['b'], 'batch_1');
      await own.stores.cancelBatch(ALICE, 'vs_1', 'batch_1');
      expect(await claim()).toEqual([]);
    });

    it('a file is leased to one worker, until its lease expires or is released', async () => {
      for (const model of ['n', 'n', 'n']) await processWith(model);
      const first = await claim('m', 'w1', 2);
      expect(first).toHaveLength(2);
      expect(await claim('m', 'w2')).toHaveLength(1);
      expect(await claim('m', 'w3')).toEqual([]);
      const [lease] = first;
      if (!lease) throw new Error('There is no lease.');
      await own.stores.releaseIngest(lease);
      expect(idsOf(await claim('m', 'w3'))).toEqual([lease.file.fileId]);
      await fixture.advance(LEASE_MS - 1);
      expect(await claim('m', 'w4')).toEqual([]);
      await fixture.advance(1);
      expect(await claim('m', 'w4')).toHaveLength(3);
      expect(await own.searchable()).toHaveLength(3);
    });

    it('concurrent claims lease each file once', async () => {
      for (const model of ['n', null, 'n', null]) await processWith(model);
      const claims = await Promise.all(['w1', 'w2', 'w3', 'w4'].map((worker) => claim('m', worker, 2)));
      const ids = claims.flatMap(idsOf);
      expect(new Set(ids).size).toBe(ids.length);
      expect(idsOf([...claims.flat(), ...(await claim())])).toEqual(['a', 'b', 'c', 'd']);
    });

    it('the content stays readable while its indexes are replaced, and has the model at the end', async () => {
      const { contentId } = await own.process();
      const lease = await claimOne();
      expect(lease).toMatchObject({ contentId, segments: 2 });
      expect(await own.stores.replaceIndex(lease, 1, INDEX)).toBe(true);
      expect(await own.stores.readIndex(contentId, 0)).toEqual(segment(0).index);
      expect(await own.stores.readIndex(contentId, 1)).toEqual(INDEX);
      expect(await own.searchable()).toMatchObject([{ contentId, segments: 2, embeddingModel: null }]);
      const outcome = { status: 'completed', usageBytes: 500, embeddingModel: 'm' } as const;
      expect(await own.stores.finishIngest(lease, outcome)).toBe(true);
      expect(await own.searchable()).toMatchObject([{ contentId, segments: 2, embeddingModel: 'm' }]);
      expect((await own.read(contentId)).texts).toHaveLength(4);
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toMatchObject({
        status: 'completed',
        usage_bytes: 500,
      });
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({
        usage_bytes: 500,
        file_counts: { completed: 1, in_progress: 3, total: 4 },
      });
      expect(await claim()).toEqual([]);
      expect(idsOf(await claim('other'))).toEqual(['a']);
    });

    it('a file whose indexes are replaced in part has no model, and can be claimed again', async () => {
      await processWith('n');
      const lease = await claimOne();
      await own.stores.replaceIndex(lease, 0, INDEX);
      expect(await own.searchable()).toMatchObject([{ embeddingModel: null }]);
      await own.stores.releaseIngest(lease);
      expect(idsOf(await claim('n'))).toEqual(['a']);
    });

    it('a heartbeat renews a lease, which is lost when it has expired and another worker claims the file', async () => {
      await own.process();
      const lease = await claimOne('w1');
      await fixture.advance(LEASE_MS - 1);
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(true);
      await fixture.advance(LEASE_MS);
      const again = await claimOne('w2');
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
      expect(await own.stores.replaceIndex(lease, 0, INDEX)).toBe(false);
      expect(await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 1 })).toBe(false);
      await own.stores.releaseIngest(lease);
      expect(await own.stores.heartbeatIngest(again, LEASE_MS)).toBe(true);
    });

    it('a lease is lost when the file is replaced or removed, or its vector store deleted or expired', async () => {
      const outcome = { status: 'completed', usageBytes: 1, embeddingModel: 'm' } as const;
      const endings = [
        () => own.add(['a']),
        () => own.stores.deleteFile(ALICE, 'vs_a', 'a'),
        () => own.stores.delete(ALICE, 'vs_b'),
        () => own.stores.dropExpired(10 + DAY_S),
      ];
      const stores = ['vs_1', 'vs_a', 'vs_b', 'vs_c'];
      await own.stores.delete(ALICE, 'vs_1');
      for (const id of stores) await own.create(id, ['a'], id === 'vs_c' ? { expires_after: FOR_A_DAY } : {});
      for (const _ of stores) await own.process();
      const leases = await claim();
      expect(leases).toHaveLength(4);
      for (const [index, end] of endings.entries()) {
        await end();
        const lease = leases.find(({ vectorStoreId }) => vectorStoreId === stores[index]);
        if (!lease) throw new Error('There is no such lease.');
        expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
        expect(await own.stores.replaceIndex(lease, 0, INDEX)).toBe(false);
        expect(await own.stores.finishIngest(lease, outcome)).toBe(false);
      }
      await fixture.advance(LEASE_MS);
      expect(await claim()).toEqual([]);
      expect(await own.stores.get(ALICE, 'vs_c')).toMatchObject({ usage_bytes: 0, has_expired: true });
    });
  });
}

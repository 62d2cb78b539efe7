import { beforeEach, describe, expect, it } from 'vitest';
import { ALICE, BOB, LEASE_MS, type StorageFixture } from './storage-fixture.ts';
import { segment, storeFile, type VectorStoreFixture } from './vector-store-fixture.ts';

const GONE = { indexes: 0, texts: [] };

/** The leases of files that are processed, and what processing stores. */
export function describeIngest(fixture: StorageFixture, own: VectorStoreFixture): void {
  const completed = { status: 'completed', usageBytes: 100 } as const;
  const idsOf = (leases: readonly { readonly file: { readonly fileId: string } }[]) =>
    leases.map(({ file }) => file.fileId);

  describe('leases of files', () => {
    beforeEach(() => own.create('vs_1', ['a', 'b', 'c']));

    it('files of all owners are leased oldest first, each to one worker', async () => {
      await own.create('vs_2', ['a'], {}, BOB);
      const first = await own.claim('w1', 2);
      expect(first).toMatchObject([
        { owner: 'alice', vectorStoreId: 'vs_1', file: storeFile('a'), workerId: 'w1', attempt: 1 },
        { owner: 'alice', vectorStoreId: 'vs_1', file: storeFile('b'), workerId: 'w1', attempt: 1 },
      ]);
      const second = await own.claim('w2');
      expect(second.map(({ owner, file }) => `${owner} ${file.fileId}`)).toEqual(['alice c', 'bob a']);
      expect(new Set([...first, ...second].map(({ contentId }) => contentId)).size).toBe(4);
      expect(await own.claim('w1')).toEqual([]);
    });

    it('concurrent claims lease each file once', async () => {
      const claims = await Promise.all(['w1', 'w2', 'w3', 'w4'].map((worker) => own.claim(worker, 1)));
      expect(claims.flatMap(idsOf).toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('a heartbeat renews a lease, which is lost when it has expired and another worker claims the file', async () => {
      const lease = await own.claimOne('w1');
      await fixture.advance(LEASE_MS - 1);
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(true);
      await fixture.advance(LEASE_MS - 1);
      expect(idsOf(await own.claim('w2', 1))).toEqual(['b']);
      await fixture.advance(1);
      const again = await own.claimOne('w2');
      expect(again).toMatchObject({ file: { fileId: 'a' }, attempt: 2, workerId: 'w2' });
      expect(again.contentId).not.toBe(lease.contentId);
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
      expect(await own.stores.writeSegment(lease, segment(0))).toBe(false);
      expect(await own.stores.finishIngest(lease, completed)).toBe(false);
      await own.stores.releaseIngest(lease);
      expect(await own.stores.heartbeatIngest(again, LEASE_MS)).toBe(true);
      expect(await own.statuses()).toEqual(['a in_progress', 'b in_progress', 'c in_progress']);
    });

    it('a lease is lost to a later one of the same worker', async () => {
      const lease = await own.claimOne('w1');
      await fixture.advance(LEASE_MS);
      const again = await own.claimOne('w1');
      expect(again.attempt).toBe(2);
      expect(await own.stores.finishIngest(lease, completed)).toBe(false);
      expect(await own.stores.finishIngest(again, completed)).toBe(true);
    });

    it('a file that is released can be claimed at once, and its lease is lost', async () => {
      const lease = await own.claimOne('w1');
      await own.stores.writeSegment(lease, segment(0));
      await own.stores.releaseIngest(lease);
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
      expect(await own.claimOne('w2')).toMatchObject({ file: { fileId: 'a' }, attempt: 2 });
    });

    it('a lease is lost when the file is replaced, removed or its vector store deleted', async () => {
      const [a, b, c] = await own.claim();
      if (!a || !b || !c) throw new Error('There are too few files.');
      await own.add(['a']);
      await own.stores.deleteFile(ALICE, 'vs_1', 'b');
      const replaced = await own.claimOne('w');
      expect(replaced).toMatchObject({ file: { fileId: 'a' }, attempt: 1 });
      for (const lease of [a, b]) {
        expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
        expect(await own.stores.writeSegment(lease, segment(0))).toBe(false);
        expect(await own.stores.finishIngest(lease, completed)).toBe(false);
      }
      await own.stores.delete(ALICE, 'vs_1');
      for (const lease of [c, replaced]) {
        expect(await own.stores.writeSegment(lease, segment(0))).toBe(false);
        expect(await own.stores.finishIngest(lease, completed)).toBe(false);
      }
    });

    it('a lease ends with the processing', async () => {
      const lease = await own.process();
      expect(await own.stores.heartbeatIngest(lease, LEASE_MS)).toBe(false);
      expect(await own.stores.finishIngest(lease, completed)).toBe(false);
      await fixture.advance(LEASE_MS);
      expect(idsOf(await own.claim())).toEqual(['b', 'c']);
    });
  });

  describe('contents of files', () => {
    beforeEach(() => own.create('vs_1', ['a', 'b']));

    it('a content is read back as it was written, once its file is completed', async () => {
      const lease = await own.claimOne();
      const segments = [0, 1, 2].map((number) => segment(number));
      for (const each of segments) {
        expect(await own.stores.writeSegment(lease, each)).toBe(true);
        expect(await own.read(lease.contentId)).toEqual(GONE);
      }
      expect(await own.searchable()).toEqual([]);
      expect(await own.stores.getSearchable(ALICE, 'vs_1', 'a')).toBeUndefined();
      await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 345 });
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toMatchObject({
        status: 'completed',
        usage_bytes: 345,
      });
      const { contentId } = lease;
      const file = {
        fileId: 'a',
        filename: 'a.txt',
        attributes: null,
        contentId,
        segments: 3,
        embeddingModel: null,
      };
      expect(await own.searchable()).toEqual([file]);
      expect(await own.stores.getSearchable(ALICE, 'vs_1', 'a')).toEqual(file);
      for (const { number, index } of segments) {
        expect(await own.stores.readIndex(contentId, number)).toEqual(index);
      }
      expect(await own.stores.readIndex(contentId, 3)).toBeUndefined();
      const chunks = segments.flatMap((each) => each.chunks);
      expect(await own.stores.readChunks(contentId, 0, 100)).toEqual(chunks);
      expect(await own.stores.readChunks(contentId, 1, 4)).toEqual(chunks.slice(1, 5));
      expect(await own.stores.readChunks(contentId, 6, 1)).toEqual([]);
    });

    it('a content may be empty', async () => {
      const lease = await own.claimOne();
      await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 0 });
      expect(await own.searchable()).toMatchObject([{ fileId: 'a', segments: 0 }]);
      expect(await own.read(lease.contentId)).toEqual(GONE);
    });

    it('a file that failed has the reason, and no content', async () => {
      const lease = await own.claimOne();
      await own.stores.writeSegment(lease, segment(0));
      const error = { code: 'invalid_file', message: 'The file is “damaged”.' };
      expect(await own.stores.finishIngest(lease, { status: 'failed', error })).toBe(true);
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toMatchObject({
        status: 'failed',
        last_error: error,
        usage_bytes: 0,
      });
      expect(await own.searchable()).toEqual([]);
      expect(await own.read(lease.contentId)).toEqual(GONE);
    });

    it('an attempt that was given up leaves nothing in the content of the next', async () => {
      const first = await own.claimOne();
      for (const number of [0, 1, 2]) await own.stores.writeSegment(first, segment(number, 'first'));
      await fixture.advance(LEASE_MS);
      const second = await own.claimOne();
      await own.stores.writeSegment(second, segment(0, 'second'));
      await own.stores.finishIngest(second, completed);
      for (;;) {
        expect(await own.searchable()).toMatchObject([{ contentId: second.contentId, segments: 1 }]);
        expect(await own.read(first.contentId)).toEqual(GONE);
        const { indexes, texts } = await own.read(second.contentId);
        expect(indexes).toBe(1);
        expect(texts).toEqual(segment(0, 'second').chunks.map(({ text }) => text));
        if (!(await own.stores.dropContents())) break;
      }
    });

    it('completed files of a vector store are searchable oldest first, also after contents are deleted', async () => {
      const [first, second] = [await own.process('a'), await own.process('b')];
      await own.create('vs_2', ['a']);
      const other = await own.process('other');
      await own.stores.delete(ALICE, 'vs_2');
      while (await own.stores.dropContents());
      expect(await own.read(other.contentId)).toEqual(GONE);
      const searchable = await own.searchable();
      expect(searchable.map(({ contentId }) => contentId)).toEqual([first.contentId, second.contentId]);
      for (const [{ contentId }, label] of [
        [first, 'a'],
        [second, 'b'],
      ] as const) {
        const { indexes, texts } = await own.read(contentId);
        expect(indexes).toBe(2);
        expect(texts).toEqual([0, 1].flatMap((n) => segment(n, label).chunks.map(({ text }) => text)));
      }
    });

    it('a content id is never used again, also after its file and vector store are gone', async () => {
      const seen = new Set<string>();
      for (let time = 1; time <= 3; time += 1) {
        seen.add((await own.claimOne()).contentId);
        await fixture.advance(LEASE_MS);
        seen.add((await own.process()).contentId);
        await own.stores.delete(ALICE, 'vs_1');
        while (await own.stores.dropContents());
        await own.create('vs_1', ['a', 'b']);
      }
      expect(seen.size).toBe(6);
    });

    it('contents are deleted in the end', async () => {
      await own.process();
      await own.stores.deleteFile(ALICE, 'vs_1', 'a');
      for (let calls = 1; await own.stores.dropContents(); calls += 1) expect(calls).toBeLessThan(10);
      expect(await own.stores.dropContents()).toBe(false);
    });
  });
}

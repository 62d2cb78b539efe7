import type { FileCounts, ListParams } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { IdempotencyConflictError, type IdempotencyRecord } from '../storage/idempotency-record.ts';
import { describeEmbedding } from './embedding-contract.ts';
import { describeIngest } from './ingest-contract.ts';
import { ALICE, BOB, type StorageFixture } from './storage-fixture.ts';
import { describeStoreFiles } from './store-file-contract.ts';
import { DAY_S, FOR_A_DAY, STORE, storeFile, vectorStoreFixture } from './vector-store-fixture.ts';
import { describeVectorStoreQuotas } from './vector-store-quota-contract.ts';

const NO_FILES: FileCounts = { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 };
const GONE = { indexes: 0, texts: [] };

/** Vector stores, their files, and the processing of these. */
export function describeVectorStores(fixture: StorageFixture): void {
  const own = vectorStoreFixture(fixture);

  describe('vector stores', () => {
    it('a vector store is read back unchanged, with the counts of its files', async () => {
      const store = { ...STORE, name: 'Ä', description: 'd', metadata: { a: 'b' }, expires_after: FOR_A_DAY };
      await own.stores.create(ALICE, store, []);
      const record = { ...store, file_counts: NO_FILES, usage_bytes: 0, has_expired: false };
      expect(await own.stores.get(ALICE, 'vs_1')).toEqual(record);
      await own.add(['a', 'b', 'c', 'd'], 'vsfb_1');
      await own.process();
      await own.fail();
      expect(await own.stores.get(ALICE, 'vs_1')).toEqual({
        ...record,
        last_active_at: 11,
        file_counts: { in_progress: 2, completed: 1, failed: 1, cancelled: 0, total: 4 },
        usage_bytes: 100,
      });
      await own.stores.cancelBatch(ALICE, 'vs_1', 'vsfb_1');
      await own.stores.deleteFile(ALICE, 'vs_1', 'a');
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({
        file_counts: { ...NO_FILES, failed: 1, cancelled: 2, total: 3 },
        usage_bytes: 0,
      });
    });

    it('vector stores are listed by time, page by page', async () => {
      for (const [id, at] of [
        ['b', 2],
        ['c', 3],
        ['a', 1],
      ] as const) {
        await own.create(id, ['file_1'], { created_at: at });
      }
      await own.create('d', [], { created_at: 2 });
      await own.create('e', [], {}, BOB);
      const list = async (query: ListParams) => {
        const page = await own.stores.list(ALICE, query);
        return page && [page.data.map(({ id }) => id).join(''), page.has_more];
      };
      expect(await list({})).toEqual(['cdba', false]);
      expect(await list({ limit: 2, after: 'c' })).toEqual(['db', true]);
      expect(await list({ order: 'asc', after: 'b' })).toEqual(['dc', false]);
      expect(await list({ before: 'a', limit: 1 })).toEqual(['b', true]);
      expect(await list({ after: 'vs_gone' })).toBeUndefined();
      expect(await list({ after: 'e' })).toBeUndefined();
      const [first] = (await own.stores.list(ALICE, { order: 'asc', limit: 1 }))?.data ?? [];
      expect(first).toEqual(await own.stores.get(ALICE, 'a'));
      expect(first?.file_counts.total).toBe(1);
    });

    it('an update of a vector store replaces the given fields, and its activity never goes back', async () => {
      await own.create('vs_1', ['a'], { metadata: { a: 'b' } });
      const named = await own.stores.update(ALICE, 'vs_1', { name: 'n', last_active_at: 30 });
      expect(named).toMatchObject({ name: 'n', metadata: { a: 'b' }, last_active_at: 30 });
      expect(named?.file_counts.total).toBe(1);
      const after = await own.stores.update(ALICE, 'vs_1', { expires_after: FOR_A_DAY, last_active_at: 20 });
      expect(after).toEqual({ ...named, expires_after: FOR_A_DAY });
      expect(await own.stores.get(ALICE, 'vs_1')).toEqual(after);
      expect(await own.stores.update(ALICE, 'vs_gone', {})).toBeUndefined();
    });

    it('a deleted vector store is gone with its files, batches and contents', async () => {
      await own.create('vs_1');
      await own.add(['a', 'b', 'c'], 'vsfb_1');
      const { contentId } = await own.process();
      const lease = await own.claimOne();
      expect(await own.stores.delete(ALICE, 'vs_1')).toBe(true);
      expect(await own.stores.delete(ALICE, 'vs_1')).toBe(false);
      for (;;) {
        expect(await own.stores.get(ALICE, 'vs_1')).toBeUndefined();
        expect(await own.stores.ownerOf('vs_1')).toBeUndefined();
        expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toBeUndefined();
        expect(await own.statuses()).toEqual([]);
        expect(await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_1')).toBeUndefined();
        expect(await own.searchable()).toEqual([]);
        expect(await own.read(contentId)).toEqual(GONE);
        expect(await own.claim()).toEqual([]);
        expect(await own.stores.heartbeatIngest(lease, 1000)).toBe(false);
        if (!(await own.stores.dropContents())) break;
      }
      // The id is free again.
      await own.create('vs_1', ['a']);
      expect(await own.statuses()).toEqual(['a in_progress']);
    });

    it('vector stores are hidden from another owner', async () => {
      await own.create('vs_1');
      await own.add(['a'], 'vsfb_1');
      await own.process();
      const { stores } = own;
      const added = { at: 12, files: [storeFile('b')], existing: 'keep' } as const;
      expect(await stores.get(BOB, 'vs_1')).toBeUndefined();
      expect((await stores.list(BOB, {}))?.data).toEqual([]);
      expect(await stores.update(BOB, 'vs_1', { name: 'mine' })).toBeUndefined();
      expect(await stores.delete(BOB, 'vs_1')).toBe(false);
      expect(await stores.addFiles(BOB, 'vs_1', added)).toBe('missing');
      expect(await stores.getFile(BOB, 'vs_1', 'a')).toBeUndefined();
      expect((await stores.listFiles(BOB, 'vs_1', {}))?.data).toEqual([]);
      expect(await stores.listFiles(BOB, 'vs_1', { after: 'a' })).toBeUndefined();
      expect(await stores.updateFile(BOB, 'vs_1', 'a', { mine: true })).toBeUndefined();
      expect(await stores.deleteFile(BOB, 'vs_1', 'a')).toBe(false);
      expect(await stores.getBatch(BOB, 'vs_1', 'vsfb_1')).toBeUndefined();
      expect(await stores.cancelBatch(BOB, 'vs_1', 'vsfb_1')).toBeUndefined();
      expect(await stores.listSearchable(BOB, 'vs_1')).toEqual([]);
      expect(await stores.getSearchable(BOB, 'vs_1', 'a')).toBeUndefined();
      expect(await stores.ownerOf('vs_1')).toBe('alice');
      expect(await own.statuses()).toEqual(['a completed']);
      expect(await stores.get(ALICE, 'vs_1')).toMatchObject({ name: null, file_counts: { total: 1 } });
    });

    it('a vector store is created once for an idempotency key', async () => {
      const object = {
        ...STORE,
        object: 'vector_store',
        usage_bytes: 0,
        file_counts: NO_FILES,
        status: 'completed',
      } as const;
      const idempotencyRecord: IdempotencyRecord = { key: 'k', fingerprint: 'f', object, after: 0, at: 10 };
      await own.stores.create(ALICE, STORE, [storeFile('a')], { idempotencyRecord });
      const again = own.stores.create(ALICE, { ...STORE, id: 'vs_2' }, [], { idempotencyRecord });
      await expect(again).rejects.toThrow(IdempotencyConflictError);
      expect(await own.stores.get(ALICE, 'vs_2')).toBeUndefined();
      expect(await own.statuses()).toEqual(['a in_progress']);
      expect(await fixture.storage.getIdempotencyRecord(ALICE, 'k')).toEqual(idempotencyRecord);
    });
  });

  describe('the expiry of vector stores', () => {
    it('vector stores of all owners expire that were not used for so many days', async () => {
      await own.create('vs_1', [], { expires_after: FOR_A_DAY });
      await own.create('vs_2', [], { expires_after: { ...FOR_A_DAY, days: 2 } }, BOB);
      await own.create('vs_3');
      const hasExpired = async () => [
        (await own.stores.get(ALICE, 'vs_1'))?.has_expired,
        (await own.stores.get(BOB, 'vs_2'))?.has_expired,
        (await own.stores.get(ALICE, 'vs_3'))?.has_expired,
      ];
      await own.stores.dropExpired(9 + DAY_S);
      expect(await hasExpired()).toEqual([false, false, false]);
      // Its time is over already.
      const late = { at: 10 + DAY_S, files: [storeFile('a')], existing: 'keep' } as const;
      expect(await own.stores.addFiles(ALICE, 'vs_1', late)).toBe('expired');
      await own.stores.update(ALICE, 'vs_1', { last_active_at: 20 });
      await own.stores.dropExpired(19 + DAY_S);
      expect(await hasExpired()).toEqual([false, false, false]);
      await own.stores.dropExpired(20 + DAY_S);
      expect(await hasExpired()).toEqual([true, false, false]);
      await own.stores.dropExpired(10 + 2 * DAY_S);
      expect(await hasExpired()).toEqual([true, true, false]);
    });

    it('a vector store expires by the days of its last update', async () => {
      await own.create('vs_1', [], { expires_after: FOR_A_DAY });
      await own.create('vs_2');
      await own.stores.update(ALICE, 'vs_1', { expires_after: null });
      await own.stores.update(ALICE, 'vs_2', { expires_after: FOR_A_DAY });
      await own.stores.dropExpired(10 + DAY_S);
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({ has_expired: false });
      expect(await own.stores.get(ALICE, 'vs_2')).toMatchObject({ has_expired: true });
    });

    it('the files of an expired vector store stay without contents, and no more are added', async () => {
      await own.create('vs_1', ['a', 'b', 'c'], { expires_after: FOR_A_DAY });
      await own.create('vs_2', ['d']);
      const { contentId } = await own.process();
      const lease = await own.claimOne();
      await own.stores.dropExpired(1e9);
      for (;;) {
        expect(await own.statuses()).toEqual(['a completed', 'b cancelled', 'c cancelled']);
        expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toMatchObject({ usage_bytes: 0 });
        expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({
          has_expired: true,
          usage_bytes: 0,
          file_counts: { completed: 1, cancelled: 2, total: 3 },
        });
        expect(await own.searchable()).toEqual([]);
        expect(await own.stores.getSearchable(ALICE, 'vs_1', 'a')).toBeUndefined();
        expect(await own.read(contentId)).toEqual(GONE);
        if (!(await own.stores.dropContents())) break;
      }
      expect(await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 1 })).toBe(false);
      const added = { at: 12, files: [storeFile('e')], existing: 'keep' } as const;
      expect(await own.stores.addFiles(ALICE, 'vs_1', added)).toBe('expired');
      expect((await own.claim()).map(({ file }) => file.fileId)).toEqual(['d']);
    });

    it('an expired vector store stays expired, and can be deleted with its files', async () => {
      await own.create('vs_1', ['a'], { expires_after: FOR_A_DAY });
      await own.process();
      await own.stores.dropExpired(1e9);
      const patch = { name: 'n', last_active_at: 1e9, expires_after: null };
      expect(await own.stores.update(ALICE, 'vs_1', patch)).toMatchObject({ name: 'n', has_expired: true });
      expect(await own.stores.deleteFile(ALICE, 'vs_1', 'a')).toBe(true);
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({ usage_bytes: 0, file_counts: NO_FILES });
      expect(await own.stores.delete(ALICE, 'vs_1')).toBe(true);
      while (await own.stores.dropContents());
      expect((await own.stores.list(ALICE, {}))?.data).toEqual([]);
    });
  });

  describeVectorStoreQuotas(own);
  describeStoreFiles(fixture, own);
  describeIngest(fixture, own);
  describeEmbedding(fixture, own);
}

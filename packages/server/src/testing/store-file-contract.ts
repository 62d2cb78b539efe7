import type { FileObject } from '@threadkit/core/api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../storage/storage.ts';
import { MAX_STORE_FILES, type StoreFileListParams } from '../storage/vector-store-storage.ts';
import { ALICE, type StorageFixture } from './storage-fixture.ts';
import { storeFile, type VectorStoreFixture } from './vector-store-fixture.ts';

/** The files of vector stores, and their batches. */
export function describeStoreFiles(fixture: StorageFixture, own: VectorStoreFixture): void {
  describe('files of vector stores', () => {
    beforeEach(() => own.create('vs_1'));

    it('a file of a vector store is read back with its settings, and waits to be processed', async () => {
      const static_ = { max_chunk_size_tokens: 200, chunk_overlap_tokens: 0 };
      const file = storeFile('a', {
        attributes: { year: 2026, draft: false, name: 'żó' },
        chunkingStrategy: { type: 'static', static: static_ },
      });
      const added = await own.stores.addFiles(ALICE, 'vs_1', { at: 11, files: [file], existing: 'replace' });
      expect(added).toBe('added');
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toEqual({
        id: 'a',
        object: 'vector_store.file',
        created_at: 11,
        vector_store_id: 'vs_1',
        status: 'in_progress',
        last_error: null,
        usage_bytes: 0,
        attributes: file.attributes,
        chunking_strategy: file.chunkingStrategy,
      });
      expect(await own.stores.getFile(ALICE, 'vs_1', 'b')).toBeUndefined();
      expect(await own.stores.getFile(ALICE, 'vs_2', 'a')).toBeUndefined();
    });

    it('files are added to vector stores that exist', async () => {
      const added = { at: 11, files: [storeFile('a')], existing: 'keep' } as const;
      expect(await own.stores.addFiles(ALICE, 'vs_2', added)).toBe('missing');
      expect(await own.claim()).toEqual([]);
    });

    it('adding files makes a vector store active, and calls the listeners', async () => {
      let calls = 0;
      const stop = own.stores.onIngest(() => {
        calls += 1;
      });
      await own.add(['a']);
      expect(calls).toBe(1);
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({ last_active_at: 11 });
      await own.create('vs_2', ['a']);
      expect(calls).toBe(2);
      await own.create('vs_3');
      stop();
      await own.add(['b']);
      expect(calls).toBe(2);
    });

    it('a file that is added again is processed again with its new settings, and its old content is gone', async () => {
      await own.create('vs_2', ['b']);
      await own.add(['a', 'b']);
      await own.process();
      const { contentId } = await own.process();
      const before = await own.searchable();
      expect(before).toMatchObject([{ fileId: 'a', contentId }]);
      const files = [storeFile('a', { attributes: { v: 2 }, filename: 'new.txt' })];
      expect(await own.stores.addFiles(ALICE, 'vs_1', { at: 12, files, existing: 'replace' })).toBe('added');
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toMatchObject({
        status: 'in_progress',
        usage_bytes: 0,
        created_at: 12,
        attributes: { v: 2 },
      });
      expect(await own.searchable()).toEqual([]);
      expect((await own.read(contentId)).texts).toEqual([]);
      await own.process();
      await own.process();
      const after = await own.searchable();
      expect(after).toMatchObject([
        { fileId: 'b' },
        { fileId: 'a', filename: 'new.txt', attributes: { v: 2 } },
      ]);
      expect(after.map((file) => file.contentId)).not.toContain(contentId);
      expect(await own.stores.get(ALICE, 'vs_1')).toMatchObject({ file_counts: { completed: 2, total: 2 } });
    });

    it('files that are kept are those in progress or completed, others are processed again', async () => {
      await own.add(['a', 'b', 'c']);
      const { contentId } = await own.process();
      await own.fail();
      await own.add(['d'], 'vsfb_1');
      await own.stores.cancelBatch(ALICE, 'vs_1', 'vsfb_1');
      const lease = await own.claimOne();
      await own.add(['a', 'b', 'c', 'd', 'e'], 'vsfb_2', 'keep');
      expect(await own.statuses()).toEqual([
        'a completed',
        'c in_progress',
        'b in_progress',
        'd in_progress',
        'e in_progress',
      ]);
      expect(await own.stores.getFile(ALICE, 'vs_1', 'b')).toMatchObject({ last_error: null });
      expect(await own.searchable()).toMatchObject([{ fileId: 'a', contentId }]);
      expect(await own.stores.heartbeatIngest(lease, 1000)).toBe(true);
      expect(await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_2')).toMatchObject({ file_counts: { total: 3 } });
    });

    it('a vector store has at most so many files, and a refused write adds none', async () => {
      const files = Array.from({ length: MAX_STORE_FILES - 1 }, (_, index) => storeFile(`n${index}`));
      const { stores } = own;
      expect(await stores.addFiles(ALICE, 'vs_1', { at: 11, files, existing: 'keep' })).toBe('added');
      const add = (ids: readonly string[]) =>
        stores.addFiles(ALICE, 'vs_1', {
          at: 12,
          files: ids.map((id) => storeFile(id)),
          existing: 'replace',
          batchId: `vsfb_${ids[0]}`,
        });
      expect(await add(['a', 'b'])).toBe('full');
      expect(await stores.getFile(ALICE, 'vs_1', 'a')).toBeUndefined();
      expect(await stores.getBatch(ALICE, 'vs_1', 'vsfb_a')).toBeUndefined();
      expect(await add(['n0', 'c'])).toBe('added');
      expect(await add(['n1', 'n2'])).toBe('added');
      expect(await add(['d'])).toBe('full');
      await stores.deleteFile(ALICE, 'vs_1', 'n5');
      expect(await add(['d'])).toBe('added');
      expect((await stores.get(ALICE, 'vs_1'))?.file_counts.total).toBe(MAX_STORE_FILES);
    });

    it('files of a vector store are listed by time, status and batch, page by page', async () => {
      await own.add(['a', 'b']);
      await own.add(['c', 'd', 'e'], 'vsfb_1');
      await own.stores.addFiles(ALICE, 'vs_1', { at: 5, files: [storeFile('early')], existing: 'keep' });
      await own.create('vs_2', ['other']);
      await own.process();
      await own.process();
      await own.process();
      const list = async (query: StoreFileListParams) => {
        const page = await own.stores.listFiles(ALICE, 'vs_1', query);
        return page && [page.data.map(({ id }) => id).join(' '), page.has_more];
      };
      expect(await list({})).toEqual(['e d c b a early', false]);
      expect(await list({ order: 'asc', limit: 2 })).toEqual(['early a', true]);
      expect(await list({ limit: 2, after: 'd' })).toEqual(['c b', true]);
      expect(await list({ before: 'a', limit: 1 })).toEqual(['b', true]);
      expect(await list({ filter: 'completed', order: 'asc' })).toEqual(['a b c', false]);
      expect(await list({ filter: 'completed', batchId: 'vsfb_1' })).toEqual(['c', false]);
      expect(await list({ batchId: 'vsfb_1', limit: 1 })).toEqual(['e', true]);
      // The file of a cursor need not meet the filter.
      expect(await list({ batchId: 'vsfb_1', order: 'asc', after: 'c', before: 'e' })).toEqual(['d', false]);
      expect(await list({ filter: 'in_progress', order: 'asc', after: 'a' })).toEqual(['d e', false]);
      expect(await list({ filter: 'failed' })).toEqual(['', false]);
      expect(await list({ batchId: 'vsfb_2' })).toEqual(['', false]);
      expect(await list({ after: 'other' })).toBeUndefined();
      expect(await list({ before: 'gone' })).toBeUndefined();
    });

    it('the attributes of a file are replaced, also for searches', async () => {
      await own.add(['a']);
      await own.process();
      const before = await own.stores.getFile(ALICE, 'vs_1', 'a');
      const after = await own.stores.updateFile(ALICE, 'vs_1', 'a', { tag: 'x', n: 1.5 });
      expect(after).toEqual({ ...before, attributes: { tag: 'x', n: 1.5 } });
      expect(await own.stores.getFile(ALICE, 'vs_1', 'a')).toEqual(after);
      expect(await own.searchable()).toMatchObject([{ attributes: { tag: 'x', n: 1.5 }, segments: 2 }]);
      expect(await own.stores.updateFile(ALICE, 'vs_1', 'a', null)).toMatchObject({ attributes: null });
      expect(await own.stores.updateFile(ALICE, 'vs_1', 'b', null)).toBeUndefined();
    });

    it('a file that is removed from a vector store is gone with its content', async () => {
      await own.add(['a', 'b']);
      const { contentId } = await own.process();
      expect(await own.stores.deleteFile(ALICE, 'vs_1', 'a')).toBe(true);
      expect(await own.stores.deleteFile(ALICE, 'vs_1', 'a')).toBe(false);
      expect(await own.statuses()).toEqual(['b in_progress']);
      expect(await own.searchable()).toEqual([]);
      expect(await own.stores.getSearchable(ALICE, 'vs_1', 'a')).toBeUndefined();
      expect((await own.read(contentId)).indexes).toBe(0);
    });

    const upload = (scope: Scope, id: string, expiresAt: number | null = null) => {
      const file: FileObject = {
        id,
        object: 'file',
        bytes: 1,
        created_at: 1,
        expires_at: expiresAt,
        filename: id,
        purpose: 'assistants',
        status: 'processed',
      };
      const content = new Blob(['x']).stream();
      return fixture.storage.createFile(scope, { id, content, toFile: () => file });
    };

    it('a file that is deleted from the storage is gone from all vector stores', async () => {
      await upload(ALICE, 'a');
      await upload(ALICE, 'b');
      await own.create('vs_2', ['a', 'b']);
      await own.add(['b', 'a']);
      const { contentId } = await own.process();
      const lease = await own.claimOne();
      expect(await fixture.storage.files.delete(ALICE, 'a')).toBe(true);
      expect(await own.statuses('vs_1')).toEqual(['b in_progress']);
      expect(await own.statuses('vs_2')).toEqual(['b in_progress']);
      expect(await own.searchable('vs_2')).toEqual([]);
      expect((await own.read(contentId)).texts).toEqual([]);
      expect(await own.stores.heartbeatIngest(lease, 1000)).toBe(true);
      expect(await own.stores.get(ALICE, 'vs_2')).toMatchObject({
        usage_bytes: 0,
        file_counts: { total: 1 },
      });
    });

    it('files of the storage that have expired are gone from all vector stores', async () => {
      for (let at = 0; at < 25; at += 1) await upload(ALICE, `f${at}`, at);
      await upload(ALICE, 'b');
      await own.add([...Array.from({ length: 25 }, (_, at) => `f${at}`), 'b']);
      await fixture.storage.dropExpiredFiles(23);
      expect(await own.statuses()).toEqual(['f24 in_progress', 'b in_progress']);
    });
  });

  describe('batches of files', () => {
    beforeEach(() => own.create('vs_1'));

    it('a batch has the counts of its files, and ends with the last of them', async () => {
      await own.add(['x']);
      await own.add(['a', 'b', 'c'], 'vsfb_1');
      const read = () => own.stores.getBatch(ALICE, 'vs_1', 'vsfb_1');
      const counts = { in_progress: 3, completed: 0, failed: 0, cancelled: 0, total: 3 };
      const batch = {
        id: 'vsfb_1',
        object: 'vector_store.files_batch',
        created_at: 11,
        vector_store_id: 'vs_1',
        status: 'in_progress',
        file_counts: counts,
      };
      expect(await read()).toEqual(batch);
      await own.process();
      await own.process();
      await own.fail();
      expect(await read()).toEqual({
        ...batch,
        file_counts: { ...counts, in_progress: 1, completed: 1, failed: 1 },
      });
      await own.stores.deleteFile(ALICE, 'vs_1', 'c');
      expect(await read()).toMatchObject({ status: 'completed', file_counts: { in_progress: 0, total: 2 } });
      // A file that is added again belongs to the new batch.
      await own.add(['a', 'b'], 'vsfb_2');
      expect(await read()).toMatchObject({ status: 'completed', file_counts: { total: 0 } });
      expect(await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_2')).toMatchObject({ file_counts: { total: 2 } });
      expect(await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_3')).toBeUndefined();
    });

    it('a batch is cancelled with its files in progress, and the leases of these are lost', async () => {
      await own.add(['x']);
      await own.add(['a', 'b', 'c'], 'vsfb_1');
      await own.create('vs_2');
      await own.process();
      await own.process();
      const lease = await own.claimOne();
      expect(lease.file.fileId).toBe('b');
      expect(await own.stores.cancelBatch(ALICE, 'vs_2', 'vsfb_1')).toBeUndefined();
      const cancelled = await own.stores.cancelBatch(ALICE, 'vs_1', 'vsfb_1');
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        file_counts: { in_progress: 0, completed: 1, failed: 0, cancelled: 2, total: 3 },
      });
      expect(await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_1')).toEqual(cancelled);
      expect(await own.statuses()).toEqual(['x completed', 'a completed', 'b cancelled', 'c cancelled']);
      expect(await own.stores.finishIngest(lease, { status: 'completed', usageBytes: 1 })).toBe(false);
      expect(await own.claim()).toEqual([]);
    });

    it('a batch that has ended is not cancelled', async () => {
      await own.add(['a'], 'vsfb_1');
      await own.process();
      const batch = await own.stores.getBatch(ALICE, 'vs_1', 'vsfb_1');
      expect(await own.stores.cancelBatch(ALICE, 'vs_1', 'vsfb_1')).toEqual(batch);
      expect(batch?.status).toBe('completed');
    });
  });
}

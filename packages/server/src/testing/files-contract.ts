import type { FileListParams, FileObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { readAllBytes } from '../shared/byte-stream.ts';
import type { Scope } from '../storage/storage.ts';
import { ALICE, BOB, type StorageFixture } from './storage-fixture.ts';

const FILE: FileObject = {
  id: 'file_1',
  object: 'file',
  bytes: 256,
  created_at: 1,
  filename: 'zoë.bin',
  purpose: 'assistants',
  status: 'processed',
};
const CONTENT = Uint8Array.from({ length: 256 }, (_, byte) => byte);

const toFile = (bytes: number): FileObject => ({ ...FILE, bytes });
const streamOfBytes = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

/** Files and their contents. */
export function describeFiles(fixture: StorageFixture): void {
  const create = (bytes = CONTENT) =>
    fixture.storage.createFile(ALICE, { id: FILE.id, content: streamOfBytes(bytes), toFile });

  const store = (scope: Scope, file: FileObject) =>
    fixture.storage.createFile(scope, {
      id: file.id,
      content: streamOfBytes(CONTENT),
      toFile: () => file,
    });

  async function read(scope: Scope): Promise<Uint8Array | undefined> {
    const content = await fixture.storage.getFileContent(scope, 'file_1');
    return content && readAllBytes(content);
  }

  describe('files', () => {
    it('files are stored with every byte', async () => {
      expect(await create()).toEqual(FILE);
      expect(await fixture.storage.files.get(ALICE, 'file_1')).toEqual(FILE);
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('files of many chunks are read in their order, and more than once', async () => {
      const bytes = Uint8Array.from({ length: 1_000_003 }, (_, at) => (at * 31 + (at >> 8)) % 256);
      await create(bytes);
      for (let time = 0; time < 2; time += 1) {
        expect(Buffer.from((await read(ALICE)) ?? []).equals(bytes)).toBe(true);
      }
    });

    it('a part of a file is read, from any chunk into another', async () => {
      const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => (at * 31 + (at >> 8)) % 256);
      await create(bytes);
      const cuts = [0, 1, 262_143, 262_144, 262_145, 524_288, 599_999, 600_000];
      const parts = cuts.flatMap((start) => cuts.filter((end) => end > start).map((end) => ({ start, end })));
      for (const { start, end } of parts) {
        const content = await fixture.storage.getFileContent(ALICE, 'file_1', { start, end });
        const part = content && (await readAllBytes(content));
        expect(Buffer.from(part ?? []).equals(bytes.subarray(start, end))).toBe(true);
      }
      const none = await fixture.storage.getFileContent(BOB, 'file_1', { start: 0, end: 1 });
      expect(none).toBeUndefined();
    });

    it('files may be empty', async () => {
      await create(new Uint8Array(0));
      expect((await read(ALICE))?.byteLength).toBe(0);
    });

    it('files whose content breaks off are not stored', async () => {
      let isBegun = false;
      const broken = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isBegun) controller.error(new Error('The upload was aborted.'));
          else controller.enqueue(CONTENT);
          isBegun = true;
        },
      });
      const stored = fixture.storage.createFile(ALICE, { id: FILE.id, content: broken, toFile });
      await expect(stored).rejects.toThrow('The upload was aborted.');
      expect(await fixture.storage.files.get(ALICE, 'file_1')).toBeUndefined();
      expect(await read(ALICE)).toBeUndefined();
      await create();
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('a file that is refused after its content was read is not stored', async () => {
      const refused = fixture.storage.createFile(ALICE, {
        id: FILE.id,
        content: streamOfBytes(CONTENT),
        toFile: (bytes) => {
          throw new Error(`${bytes} bytes are refused.`);
        },
      });
      await expect(refused).rejects.toThrow('256 bytes are refused.');
      expect(await fixture.storage.files.get(ALICE, 'file_1')).toBeUndefined();
      await create();
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('a file that exists keeps its content', async () => {
      await create();
      await expect(create(new Uint8Array(1))).rejects.toThrow(/exists already/);
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('of two uploads with one id, one is stored whole', async () => {
      const results = await Promise.allSettled([create(), create()]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('files are deleted with their content', async () => {
      await create();
      expect(await fixture.storage.files.delete(ALICE, 'file_1')).toBe(true);
      expect(await fixture.storage.files.delete(ALICE, 'file_1')).toBe(false);
      expect(await read(ALICE)).toBeUndefined();
    });

    it('files are listed by purpose, page by page', async () => {
      for (const [index, purpose] of ['assistants', 'vision', 'assistants', 'vision', 'vision'].entries()) {
        await store(ALICE, { ...FILE, id: `file_${index}`, created_at: Math.floor(index / 2), purpose });
      }
      const list = async (query: FileListParams) => {
        const page = await fixture.storage.files.list(ALICE, query);
        return page && [page.data.map(({ id }) => id).join(' '), page.has_more];
      };
      expect(await list({})).toEqual(['file_4 file_3 file_2 file_1 file_0', false]);
      expect(await list({ purpose: 'vision' })).toEqual(['file_4 file_3 file_1', false]);
      expect(await list({ purpose: 'vision', limit: 1, after: 'file_4' })).toEqual(['file_3', true]);
      expect(await list({ purpose: 'vision', order: 'asc', after: 'file_1' })).toEqual([
        'file_3 file_4',
        false,
      ]);
      // The row of a cursor may have another purpose.
      expect(await list({ purpose: 'assistants', after: 'file_1' })).toEqual(['file_0', false]);
      expect(await list({ purpose: 'unknown' })).toEqual(['', false]);
      expect(await list({ after: 'file_9' })).toBeUndefined();
    });

    it('files are deleted with their content when they have expired, of all owners', async () => {
      await store(ALICE, { ...FILE, id: 'file_1', expires_at: 100 });
      await store(BOB, { ...FILE, id: 'file_2', expires_at: 101 });
      await store(ALICE, { ...FILE, id: 'file_3', expires_at: null });
      expect(await fixture.storage.dropExpiredFiles(99)).toEqual([]);
      expect(await read(ALICE)).toEqual(CONTENT);
      expect(await fixture.storage.dropExpiredFiles(100)).toEqual(['file_1']);
      expect(await fixture.storage.files.get(ALICE, 'file_1')).toBeUndefined();
      expect(await read(ALICE)).toBeUndefined();
      expect(await fixture.storage.files.get(BOB, 'file_2')).toBeDefined();
      await fixture.storage.dropExpiredFiles(1e9);
      expect(await fixture.storage.files.get(BOB, 'file_2')).toBeUndefined();
      expect(await fixture.storage.files.get(ALICE, 'file_3')).toBeDefined();
      // The id is free again.
      await create();
      expect(await read(ALICE)).toEqual(CONTENT);
    });

    it('many files that have expired are deleted at once', async () => {
      for (let at = 0; at < 25; at += 1) await store(ALICE, { ...FILE, id: `file_${at}`, expires_at: at });
      await fixture.storage.dropExpiredFiles(22);
      const left = await fixture.storage.files.list(ALICE, {});
      expect(left?.data.map(({ id }) => id)).toEqual(['file_24', 'file_23']);
    });

    it('the owner of a file is known until it is deleted', async () => {
      const { storage } = fixture;
      expect(await storage.ownerOfFile('file_1')).toBeUndefined();
      await create();
      expect(await storage.ownerOfFile('file_1')).toBe(ALICE.owner);
      await storage.files.delete(ALICE, 'file_1');
      expect(await storage.ownerOfFile('file_1')).toBeUndefined();
    });

    it('files are hidden from another owner', async () => {
      await create();
      expect((await fixture.storage.files.list(BOB, {}))?.data).toEqual([]);
      expect(await fixture.storage.files.get(BOB, 'file_1')).toBeUndefined();
      expect(await read(BOB)).toBeUndefined();
      expect(await fixture.storage.files.delete(BOB, 'file_1')).toBe(false);
      expect(await read(ALICE)).toEqual(CONTENT);
    });
  });
}

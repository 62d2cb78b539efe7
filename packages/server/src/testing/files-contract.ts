import type { FileObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
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

/** Files and their contents. */
export function describeFiles(fixture: StorageFixture): void {
  describe('files', () => {
    it('files are stored with every byte', async () => {
      await fixture.storage.createFile(ALICE, FILE, CONTENT);
      expect(await fixture.storage.files.get(ALICE, 'file_1')).toEqual(FILE);
      expect(await fixture.storage.getFileContent(ALICE, 'file_1')).toEqual(CONTENT);
    });

    it('files may be empty', async () => {
      await fixture.storage.createFile(ALICE, { ...FILE, bytes: 0 }, new Uint8Array(0));
      expect((await fixture.storage.getFileContent(ALICE, 'file_1'))?.byteLength).toBe(0);
    });

    it('files are deleted with their content', async () => {
      await fixture.storage.createFile(ALICE, FILE, CONTENT);
      expect(await fixture.storage.files.delete(ALICE, 'file_1')).toBe(true);
      expect(await fixture.storage.files.delete(ALICE, 'file_1')).toBe(false);
      expect(await fixture.storage.getFileContent(ALICE, 'file_1')).toBeUndefined();
    });

    it('files are hidden from another owner', async () => {
      await fixture.storage.createFile(ALICE, FILE, CONTENT);
      expect(await fixture.storage.files.get(BOB, 'file_1')).toBeUndefined();
      expect(await fixture.storage.getFileContent(BOB, 'file_1')).toBeUndefined();
      expect(await fixture.storage.files.delete(BOB, 'file_1')).toBe(false);
      expect(await fixture.storage.getFileContent(ALICE, 'file_1')).toEqual(CONTENT);
    });
  });
}

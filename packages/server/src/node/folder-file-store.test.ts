import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAllBytes } from '../shared/byte-stream.ts';
import type { ByteRange } from '../storage/storage.ts';
import { folderFileStore } from './folder-file-store.ts';

const CONTENT = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 31 + (at >> 8)) % 256);

function newStore() {
  const parent = mkdtempSync(join(tmpdir(), 'threadkit-files-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'not', 'there');
  const store = folderFileStore(folder);
  return {
    store,
    names: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    write: (id: string, bytes = CONTENT) => store.write(id, new Blob([bytes]).stream()),
    async read(id: string, range?: ByteRange) {
      const content = await store.read(id, range);
      return content && readAllBytes(content);
    },
    async list(writtenBefore: number) {
      const ids: string[] = [];
      for await (const id of store.list?.(writtenBefore) ?? []) ids.push(id);
      return ids.toSorted();
    },
  };
}

describe('folderFileStore', () => {
  it('contents are stored with every byte, and deleted', async () => {
    const { store, write, read, names } = newStore();
    expect(await write('file_one')).toBe(CONTENT.byteLength);
    expect(await write('file_none', new Uint8Array(0))).toBe(0);
    expect(await read('file_one')).toEqual(CONTENT);
    expect((await read('file_none'))?.byteLength).toBe(0);
    await store.delete('file_one');
    await store.delete('file_one');
    expect(await read('file_one')).toBeUndefined();
    expect(names().map(({ name }) => name)).toEqual(['file_none']);
  });

  it('a part is read', async () => {
    const { write, read } = newStore();
    await write('file_one');
    for (const [start, end] of [
      [0, 1],
      [0, 0],
      [70_000, 140_000],
      [199_999, 200_000],
    ] as const) {
      expect(await read('file_one', { start, end })).toEqual(CONTENT.slice(start, end));
    }
    expect(await read('file_two', { start: 0, end: 1 })).toBeUndefined();
  });

  it('a content that breaks off leaves nothing', async () => {
    const { store, read, names } = newStore();
    let isBegun = false;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isBegun) controller.error(new Error('The upload was aborted.'));
        else controller.enqueue(CONTENT);
        isBegun = true;
      },
    });
    await expect(store.write('file_one', broken)).rejects.toThrow('The upload was aborted.');
    expect(await read('file_one')).toBeUndefined();
    expect(names()).toEqual([]);
  });

  it.each(['../file_one', 'a/b', '', 'file_one\0'])('%j is no id', async (id) => {
    const { write, read, store } = newStore();
    await expect(write(id)).rejects.toThrow('is no id of a file');
    await expect(read(id)).rejects.toThrow('is no id of a file');
    await expect((async () => store.delete(id))()).rejects.toThrow('is no id of a file');
  });

  it('contents are listed by the time of their upload, and uploads that were given up are deleted', async () => {
    const { store, write, list, names } = newStore();
    expect(await list(Date.now())).toEqual([]);
    await write('file_old');
    await write('file_new');
    // An upload whose process ended.
    void store.write('file_part', new ReadableStream({ pull: () => new Promise(() => {}) }));
    await expect.poll(() => names().map(({ name }) => name)).toContainEqual(expect.stringMatching(/\.part$/));
    const old = new Date(1_700_000_000_000);
    for (const { parentPath, name } of names()) {
      if (name !== 'file_new') utimesSync(join(parentPath, name), old, old);
    }
    expect(await list(old.getTime())).toEqual([]);
    expect(await list(old.getTime() + 1)).toEqual(['file_old']);
    expect(
      names()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['file_new', 'file_old']);
  });
});

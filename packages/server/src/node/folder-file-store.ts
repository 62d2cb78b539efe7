import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore } from '../files/file-store.ts';

const ID = /^[\w-]+$/;
/** The name of a content that is being written. */
const PART = '.part';

/**
 * Stores the contents of files in a folder, in subfolders by the last two characters of their ids. The folder is created. It can be shared
 * by several servers, for example as a network file system that renames atomically.
 */
export function folderFileStore(folder: string): FileStore {
  const folderOf = (id: string): string => {
    if (!ID.test(id)) throw new TypeError(`${JSON.stringify(id)} is no id of a file.`);
    return join(folder, id.slice(-2));
  };
  const pathOf = (id: string): string => join(folderOf(id), id);

  return {
    async write(id, content) {
      await mkdir(folderOf(id), { recursive: true });
      const part = `${pathOf(id)}.${randomUUID()}${PART}`;
      try {
        const bytes = await writeAll(part, content);
        await rename(part, pathOf(id));
        return bytes;
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    async read(id, range) {
      if (range && range.start >= range.end) return new Blob([]).stream();
      const handle = await open(pathOf(id)).catch(undefinedIfMissing);
      const part = range && { start: range.start, end: range.end - 1 };
      return (
        handle && (Readable.toWeb(handle.createReadStream(part)) as ReadableStream<Uint8Array<ArrayBuffer>>)
      );
    },

    delete: (id) => rm(pathOf(id), { force: true }),

    async *list(writtenBefore) {
      for await (const { parentPath, name } of filesIn(folder)) {
        const path = join(parentPath, name);
        const written = await stat(path).catch(undefinedIfMissing);
        if (!written || written.mtimeMs >= writtenBefore) continue;
        if (name.endsWith(PART)) await rm(path, { force: true });
        else if (ID.test(name)) yield name;
      }
    },
  };
}

/** Writes a new file up to the disk. */
async function writeAll(path: string, content: ReadableStream<Uint8Array>): Promise<number> {
  const handle = await open(path, 'wx');
  try {
    let bytes = 0;
    for await (const chunk of content) {
      await handle.writeFile(chunk);
      bytes += chunk.byteLength;
    }
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}

/** The files of the subfolders. */
async function* filesIn(folder: string) {
  const entries = await opendir(folder, { recursive: true }).catch(undefinedIfMissing);
  if (!entries) return;
  for await (const entry of entries) if (entry.isFile()) yield entry;
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

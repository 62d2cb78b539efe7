import type { FileObject } from '@threadkit/core/api';
import { streamOf } from '../shared/byte-stream.ts';
import type { Quotas } from '../storage/quota.ts';
import type { FileUpload, Scope, Storage } from '../storage/storage.ts';
import type { FileStore } from './file-store.ts';

/** An upload that was begun this long ago was given up with its server. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Files with their contents, wherever these are stored. */
export interface StoredFiles {
  /** As `Storage.createFile`. */
  create(scope: Scope, upload: FileUpload, quotas?: Quotas): Promise<FileObject>;
  /** As `Storage.getFileContent`. */
  getContent: Storage['getFileContent'];
  /** False when the scope has no such file. */
  delete(scope: Scope, id: string): Promise<boolean>;
  /** Deletes the files that have expired at `now`, in Unix seconds. */
  dropExpired(now: number): Promise<void>;
  /** Deletes contents without a file. `now` is in Unix milliseconds. */
  dropAbandoned(now: number): Promise<void>;
}

/** Files whose contents are in the database. */
export function filesInStorage(storage: Storage): StoredFiles {
  return {
    create: (scope, upload, quotas) => storage.createFile(scope, upload, quotas),
    getContent: (scope, id, range) => storage.getFileContent(scope, id, range),
    delete: (scope, id) => storage.files.delete(scope, id),
    dropExpired: async (now) => void (await storage.dropExpiredFiles(now)),
    dropAbandoned: async () => {},
  };
}

/**
 * Files whose contents are in a file store. The database has the objects, and decides: a content is written before its file
 * exists, and deleted after it. Contents that were uploaded to the database before are still read from there.
 *
 * @param onError Called with the failure to delete a content, which `dropAbandoned` repairs.
 */
export function filesInStore(
  storage: Storage,
  store: FileStore,
  onError: (error: unknown) => void,
): StoredFiles {
  const drop = (id: string): Promise<void> => store.delete(id).catch(onError);

  return {
    async create(scope, upload, quotas) {
      let bytes = 0;
      let isWritten = false;
      // Read by the storage after it has checked the quotas, and empty for it.
      const content = streamOf(async () => {
        isWritten = true;
        bytes = await store.write(upload.id, upload.content);
        return undefined;
      });
      try {
        return await storage.createFile(
          scope,
          { ...upload, content, toFile: () => upload.toFile(bytes) },
          quotas,
        );
      } catch (error) {
        if (isWritten) await drop(upload.id);
        throw error;
      }
    },

    async getContent(scope, id, range) {
      if (!(await storage.files.get(scope, id))) return undefined;
      return (await store.read(id, range)) ?? storage.getFileContent(scope, id, range);
    },

    async delete(scope, id) {
      if (!(await storage.files.delete(scope, id))) return false;
      await drop(id);
      return true;
    },

    async dropExpired(now) {
      for (const id of await storage.dropExpiredFiles(now)) await drop(id);
    },

    async dropAbandoned(now) {
      for await (const id of store.list?.(now - ABANDONED_MS) ?? []) {
        if ((await storage.ownerOfFile(id)) === undefined) await drop(id);
      }
    },
  };
}

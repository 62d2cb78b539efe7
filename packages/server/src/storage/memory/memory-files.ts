import type { FileObject } from '@threadkit/core/api';
import { readAllBytes, streamOf } from '../../shared/byte-stream.ts';
import { fileExists } from '../create-file-errors.ts';
import { type QuotaCheck, quotaChecks } from '../quota.ts';
import type { Storage } from '../storage.ts';
import type { MemoryTable } from './memory-table.ts';

/** Files with their contents. `refuse` throws when a quota is exceeded, `onDelete` is called with the id of a deleted file. */
export function memoryFiles(
  files: MemoryTable<FileObject>,
  {
    refuse,
    onDelete,
  }: {
    readonly refuse: (checks: readonly QuotaCheck[]) => void;
    readonly onDelete: (id: string) => void;
  },
): Pick<Storage, 'files' | 'createFile' | 'getFileContent' | 'dropExpiredFiles' | 'ownerOfFile'> {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();

  function remove(owner: string, id: string): boolean {
    if (!files.remove({ owner }, id)) return false;
    contents.delete(id);
    onDelete(id);
    return true;
  }

  return {
    files: {
      get: (scope, id) => files.get(scope, id),
      list: (scope, { purpose, ...query }) =>
        files.list(scope, query, purpose === undefined ? undefined : (file) => file.purpose === purpose),
      delete: async ({ owner }, id) => remove(owner, id),
    },

    async createFile(scope, { id, content, toFile, minBytes = 0 }, quotas) {
      const checks = (fileBytes: number) => quotaChecks(scope.owner, quotas, { files: 1, fileBytes });
      refuse(checks(minBytes));
      const bytes = await readAllBytes(content);
      if (contents.has(id)) throw fileExists(id);
      const file = toFile(bytes.byteLength);
      // Others were stored meanwhile.
      refuse(checks(file.bytes));
      files.put(scope, file);
      contents.set(id, bytes);
      return file;
    },

    async dropExpiredFiles(at) {
      const expired = files.findAll(({ expires_at: expiresAt }) => (expiresAt ?? Infinity) <= at);
      for (const { owner, object } of expired) remove(owner, object.id);
      return expired.map(({ object }) => object.id);
    },

    async ownerOfFile(id) {
      return files.findAll((file) => file.id === id)[0]?.owner;
    },

    async getFileContent(scope, id, range) {
      let left = files.find(scope, id) && contents.get(id)?.subarray(range?.start, range?.end);
      if (!left) return undefined;
      return streamOf(async () => {
        // A copy: a reader may transfer the chunk to another thread.
        const chunk = left?.byteLength ? left.slice() : undefined;
        left = undefined;
        return chunk;
      });
    },
  };
}

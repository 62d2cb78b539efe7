import type { FileObject, ThreadObject } from '@threadkit/core/api';
import { type Owners, type QuotaCheck, QuotaExceededError } from '../quota.ts';
import type { VectorStoreRecord } from '../vector-store-storage.ts';
import type { MemoryTable } from './memory-table.ts';

/** What an in-memory storage counts. */
export interface Counted {
  readonly threads: MemoryTable<ThreadObject>;
  readonly files: MemoryTable<FileObject>;
  readonly vectorStores: MemoryTable<VectorStoreRecord>;
  /** The owner of each active run. */
  readonly activeRunOwners: () => Iterable<string>;
}

/** Throws the first quota that does not allow what is added. */
export function refuseExceeded(checks: readonly QuotaCheck[], counted: Counted): void {
  for (const check of checks) {
    if (count(check, counted) + check.added > check.max) throw new QuotaExceededError(check);
  }
}

function count({ kind, owners }: QuotaCheck, counted: Counted): number {
  const { threads, files, vectorStores, activeRunOwners } = counted;
  const isCounted = (owner: string) => isOneOf(owners, owner);
  switch (kind) {
    case 'activeRuns':
      return [...activeRunOwners()].filter(isCounted).length;
    case 'threads':
      return threads.ownedBy(isCounted).length;
    case 'files':
      return files.ownedBy(isCounted).length;
    case 'fileBytes':
      return files.ownedBy(isCounted).reduce((sum, { bytes }) => sum + bytes, 0);
    case 'vectorStores':
      return vectorStores.ownedBy(isCounted).length;
    case 'vectorStoreBytes':
      return vectorStores.ownedBy(isCounted).reduce((sum, { usage_bytes: bytes }) => sum + bytes, 0);
  }
}

function isOneOf(owners: Owners, owner: string): boolean {
  return 'owner' in owners ? owner === owners.owner : owner >= owners.from && owner < owners.to;
}

import type { ToolResources } from '@threadkit/core/api';
import { FILES_TO_PROCESS, type OwnedKind } from './quota.ts';
import type { AttachedVectorStore, NewVectorStoreFiles } from './vector-store-storage.ts';

/** What a storage writes of an {@link AttachedVectorStore}. */
export interface AttachedWrites {
  /** The vector store that gets the files. */
  readonly storeId: string;
  /** Whether it is inserted first. */
  readonly isNew: boolean;
  /** Undefined when there are none. Added as far as the vector store takes them: a refusal is not an error. */
  readonly files: NewVectorStoreFiles | undefined;
  /** What counts for quotas. */
  readonly additions: Readonly<Partial<Record<OwnedKind, number>>>;
}

/** The most that an attached vector store adds. */
export const ATTACHED_ADDITIONS: AttachedWrites['additions'] = { vectorStores: 1, ...FILES_TO_PROCESS };

/** What is written for a thread or assistant that has these resources, after attachments were added. Undefined for nothing. */
export function attachedWrites(
  attached: AttachedVectorStore | undefined,
  resources: ToolResources | null | undefined,
): AttachedWrites | undefined {
  const storeId = resources?.file_search?.vector_store_ids?.[0];
  if (!attached || storeId === undefined) return undefined;
  const { store, files } = attached;
  const isNew = storeId === store.id;
  const hasFiles = files.length > 0;
  if (!isNew && !hasFiles) return undefined;
  return {
    storeId,
    isNew,
    files: hasFiles ? { at: store.created_at, files, existing: 'keep' } : undefined,
    additions: { ...(isNew && { vectorStores: 1 }), ...(hasFiles && FILES_TO_PROCESS) },
  };
}

import type { VectorStoreStorage } from '../../storage/vector-store-storage.ts';
import type { RunResources } from './run-resources.ts';

/** A vector store, with the owner as whose it is read. */
export interface OwnedStore {
  readonly owner: string;
  readonly id: string;
}

/** The vector stores that a run searches. */
export interface SearchedStores {
  /** That of the thread, whose files are waited for. */
  readonly ofThread: readonly OwnedStore[];
  readonly ofAssistant: readonly OwnedStore[];
}

/**
 * The vector stores of a run's thread and assistant. Those of a shared assistant were chosen by the operator, and belong to any owner; all
 * others must be of the run's owner, or are treated as absent when they are read.
 */
export async function readSearchedStores(
  vectorStores: Pick<VectorStoreStorage, 'ownerOf'>,
  owner: string,
  { isShared, ...resources }: RunResources,
): Promise<SearchedStores> {
  const ofThread = resources.ofThread.file_search?.vector_store_ids ?? [];
  const ofAssistant = resources.ofAssistant.file_search?.vector_store_ids ?? [];
  return {
    ofThread: ofThread.map((id) => ({ owner, id })),
    ofAssistant: await Promise.all(
      ofAssistant
        .filter((id) => !ofThread.includes(id))
        .map(async (id) => ({
          owner: (isShared ? await vectorStores.ownerOf(id) : undefined) ?? owner,
          id,
        })),
    ),
  };
}

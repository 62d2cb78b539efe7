import type { RunObject } from '@threadkit/core/api';
import type { Scope } from '../../storage/storage.ts';
import type { RunContext } from '../run-context.ts';

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
 * Reads the vector stores of a run's thread and assistant. Those of a shared assistant were chosen by the operator, and belong to any owner; all
 * others must be of the run's owner, or are treated as absent when they are read.
 */
export async function readSearchedStores(
  { storage, seededAssistantIds }: Pick<RunContext, 'storage' | 'seededAssistantIds'>,
  { owner }: Scope,
  run: Pick<RunObject, 'thread_id' | 'assistant_id'>,
): Promise<SearchedStores> {
  const [thread, assistant] = await Promise.all([
    storage.threads.get({ owner }, run.thread_id),
    storage.assistants.get({ owner }, run.assistant_id),
  ]);
  const ofThread = thread?.tool_resources?.file_search?.vector_store_ids ?? [];
  const ofAssistant = assistant?.tool_resources?.file_search?.vector_store_ids ?? [];
  const isShared = seededAssistantIds.includes(run.assistant_id);
  return {
    ofThread: ofThread.map((id) => ({ owner, id })),
    ofAssistant: await Promise.all(
      ofAssistant
        .filter((id) => !ofThread.includes(id))
        .map(async (id) => ({
          owner: (isShared ? await storage.vectorStores?.ownerOf(id) : undefined) ?? owner,
          id,
        })),
    ),
  };
}

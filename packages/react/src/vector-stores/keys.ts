import type { AssistantsApi } from '@threadkit/core';
import { threadkitKeys } from '../query/keys.ts';

type Client = Pick<AssistantsApi, 'key'>;

/**
 * Query keys of vector stores, from general to specific, below `threadkitKeys.all`. Each key starts with that of its parent, so
 * invalidating a vector store invalidates its files.
 */
export const vectorStoreKeys = {
  all: (client: Client) => [...threadkitKeys.all(client), 'vector-stores'] as const,
  list: (client: Client) => [...vectorStoreKeys.all(client), 'list'] as const,
  vectorStore: (client: Client, vectorStoreId: string) =>
    [...vectorStoreKeys.all(client), vectorStoreId] as const,
  files: (client: Client, vectorStoreId: string) =>
    [...vectorStoreKeys.vectorStore(client, vectorStoreId), 'files'] as const,
};

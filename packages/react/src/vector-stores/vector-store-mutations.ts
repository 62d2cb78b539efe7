'use client';
import type {
  CreateVectorStoreRequest,
  DeletedVectorStore,
  ModifyVectorStoreRequest,
  VectorStoreObject,
} from '@threadkit/core';
import type { MutationHookOptions, MutationHookResult } from '../mutations/use-api-mutation.ts';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { type Pages, removeFromPages, replaceInPages } from '../query/pages.ts';
import { vectorStoreKeys } from './keys.ts';
import { useVectorStoreMutation } from './use-vector-store-mutation.ts';

/** Variables of `useCreateVectorStore`. */
export interface CreateVectorStoreVariables {
  /** Name, files and settings of the vector store. @defaultValue an empty vector store without a name */
  body?: CreateVectorStoreRequest | undefined;
}

/** Variables of `useModifyVectorStore`. */
export interface ModifyVectorStoreVariables {
  /** The vector store to change. */
  vectorStoreId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyVectorStoreRequest;
}

/** Variables of `useDeleteVectorStore`. */
export interface DeleteVectorStoreVariables {
  /** The vector store to delete. */
  vectorStoreId: string;
}

/** Creates a vector store. Its files are processed after the response. */
export function useCreateVectorStore<OnMutateResult = unknown>(
  options: MutationHookOptions<VectorStoreObject, CreateVectorStoreVariables, OnMutateResult> = {},
): MutationHookResult<VectorStoreObject, CreateVectorStoreVariables, OnMutateResult> {
  return useVectorStoreMutation(
    { request: (vectorStores, { body }) => vectorStores.create(body), updateCache: storeVectorStore },
    options,
  );
}

/** Changes a vector store. Fields that `body` leaves out keep their value. */
export function useModifyVectorStore<OnMutateResult = unknown>(
  options: MutationHookOptions<VectorStoreObject, ModifyVectorStoreVariables, OnMutateResult> = {},
): MutationHookResult<VectorStoreObject, ModifyVectorStoreVariables, OnMutateResult> {
  return useVectorStoreMutation(
    {
      request: (vectorStores, { vectorStoreId, body }) => vectorStores.modify(vectorStoreId, body),
      updateCache: storeVectorStore,
    },
    options,
  );
}

/** Deletes a vector store. Its files are not deleted. */
export function useDeleteVectorStore<OnMutateResult = unknown>(
  options: MutationHookOptions<DeletedVectorStore, DeleteVectorStoreVariables, OnMutateResult> = {},
): MutationHookResult<DeletedVectorStore, DeleteVectorStoreVariables, OnMutateResult> {
  return useVectorStoreMutation(
    {
      request: (vectorStores, { vectorStoreId }) => vectorStores.delete(vectorStoreId),
      updateCache: removeVectorStore,
    },
    options,
  );
}

/** Changes the cached list now, because the refetch that follows takes a while. */
function updateList(
  { client, queryClient }: ThreadkitContextValue,
  change: (pages: Pages<VectorStoreObject>) => Pages<VectorStoreObject>,
): Promise<void> {
  const queryKey = vectorStoreKeys.list(client);
  queryClient.setQueryData<Pages<VectorStoreObject>>(queryKey, (pages) => pages && change(pages));
  return queryClient.invalidateQueries({ queryKey });
}

function storeVectorStore(context: ThreadkitContextValue, vectorStore: VectorStoreObject): Promise<void> {
  const { client, queryClient } = context;
  queryClient.setQueryData(vectorStoreKeys.vectorStore(client, vectorStore.id), vectorStore);
  return updateList(context, (pages) => replaceInPages(pages, vectorStore));
}

function removeVectorStore(context: ThreadkitContextValue, { id }: DeletedVectorStore): Promise<void> {
  context.queryClient.removeQueries({ queryKey: vectorStoreKeys.vectorStore(context.client, id) });
  return updateList(context, (pages) => removeFromPages(pages, id));
}

'use client';
import type {
  CreateVectorStoreFileRequest,
  DeletedVectorStoreFile,
  ModifyVectorStoreFileRequest,
  VectorStoreFileObject,
} from '@threadkit/core';
import type { MutationHookOptions, MutationHookResult } from '../mutations/use-api-mutation.ts';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { type Pages, removeFromPages, upsertIntoPages } from '../query/pages.ts';
import { vectorStoreKeys } from './keys.ts';
import { useVectorStoreMutation } from './use-vector-store-mutation.ts';

interface FileOfStore {
  /** The vector store of the file. */
  vectorStoreId: string;
  /** The file: the id of the uploaded file. */
  fileId: string;
}

/** Variables of `useCreateVectorStoreFile`. */
export interface CreateVectorStoreFileVariables {
  /** The vector store to add the file to. */
  vectorStoreId: string;
  /** The uploaded file, its attributes, and how its text is cut. */
  body: CreateVectorStoreFileRequest;
}

/** Variables of `useModifyVectorStoreFile`. */
export interface ModifyVectorStoreFileVariables extends FileOfStore {
  /** The attributes, which are replaced as a whole. */
  body: ModifyVectorStoreFileRequest;
}

/** Variables of `useDeleteVectorStoreFile`. */
export interface DeleteVectorStoreFileVariables extends FileOfStore {}

/** Adds an uploaded file to a vector store. It is `in_progress` until it was processed: `useVectorStoreFiles` follows it. */
export function useCreateVectorStoreFile<OnMutateResult = unknown>(
  options: MutationHookOptions<VectorStoreFileObject, CreateVectorStoreFileVariables, OnMutateResult> = {},
): MutationHookResult<VectorStoreFileObject, CreateVectorStoreFileVariables, OnMutateResult> {
  return useVectorStoreMutation(
    {
      request: (vectorStores, { vectorStoreId, body }) => vectorStores.files.create(vectorStoreId, body),
      updateCache: storeVectorStoreFile,
    },
    options,
  );
}

/** Replaces the attributes of a file in a vector store. */
export function useModifyVectorStoreFile<OnMutateResult = unknown>(
  options: MutationHookOptions<VectorStoreFileObject, ModifyVectorStoreFileVariables, OnMutateResult> = {},
): MutationHookResult<VectorStoreFileObject, ModifyVectorStoreFileVariables, OnMutateResult> {
  return useVectorStoreMutation(
    {
      request: (vectorStores, { vectorStoreId, fileId, body }) =>
        vectorStores.files.modify(vectorStoreId, fileId, body),
      updateCache: storeVectorStoreFile,
    },
    options,
  );
}

/** Removes a file from a vector store. The uploaded file is not deleted. */
export function useDeleteVectorStoreFile<OnMutateResult = unknown>(
  options: MutationHookOptions<DeletedVectorStoreFile, DeleteVectorStoreFileVariables, OnMutateResult> = {},
): MutationHookResult<DeletedVectorStoreFile, DeleteVectorStoreFileVariables, OnMutateResult> {
  return useVectorStoreMutation(
    {
      request: (vectorStores, { vectorStoreId, fileId }) => vectorStores.files.delete(vectorStoreId, fileId),
      updateCache: (context, { id }, { vectorStoreId }) =>
        updateFiles(context, vectorStoreId, (pages) => removeFromPages(pages, id)),
    },
    options,
  );
}

/** Stores a new or changed file in the cached list, and reads the vector store again. */
export function storeVectorStoreFile(
  context: ThreadkitContextValue,
  file: VectorStoreFileObject,
  { vectorStoreId }: { readonly vectorStoreId: string },
): Promise<void> {
  return updateFiles(context, vectorStoreId, (pages) => upsertIntoPages(pages, [file]));
}

async function updateFiles(
  { client, queryClient }: ThreadkitContextValue,
  vectorStoreId: string,
  change: (pages: Pages<VectorStoreFileObject>) => Pages<VectorStoreFileObject>,
): Promise<void> {
  queryClient.setQueryData<Pages<VectorStoreFileObject>>(
    vectorStoreKeys.files(client, vectorStoreId),
    (pages) => pages && change(pages),
  );
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: vectorStoreKeys.vectorStore(client, vectorStoreId) }),
    queryClient.invalidateQueries({ queryKey: vectorStoreKeys.list(client) }),
  ]);
}

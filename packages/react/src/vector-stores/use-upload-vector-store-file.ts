'use client';
import {
  type AssistantsApi,
  type CreateVectorStoreFileRequest,
  type FilesApi,
  ThreadkitError,
  type VectorStoreFileObject,
  type VectorStoresApi,
} from '@threadkit/core';
import { useState } from 'react';
import type { MutationHookOptions, MutationHookResult } from '../mutations/use-api-mutation.ts';
import { useVectorStoreMutation } from './use-vector-store-mutation.ts';
import { storeVectorStoreFile } from './vector-store-file-mutations.ts';

/** Variables of `useUploadVectorStoreFile`. */
export interface UploadVectorStoreFileVariables {
  /** The vector store to add the file to. */
  vectorStoreId: string;
  /** The file to upload. */
  file: File;
  /** Attributes of the file, and how its text is cut. @defaultValue none, `auto` */
  settings?: Omit<CreateVectorStoreFileRequest, 'file_id'> | undefined;
  /** Called with the bytes that were sent: from 0, at the end with the size of the file. @defaultValue none */
  onProgress?: ((sentBytes: number) => void) | undefined;
  /** Stops the upload. @defaultValue none */
  signal?: AbortSignal | undefined;
}

/** The result of `useUploadVectorStoreFile`. */
export type UploadVectorStoreFileResult<OnMutateResult = unknown> = MutationHookResult<
  VectorStoreFileObject,
  UploadVectorStoreFileVariables,
  OnMutateResult
> & {
  /** How much of the last file was sent, from 0 to 1; `undefined` before the first upload. */
  readonly progress: number | undefined;
};

/**
 * Uploads a file and adds it to a vector store. It is `in_progress` until it was processed: `useVectorStoreFiles` follows it. When it was uploaded but
 * could not be added, it is deleted again. Fails with kind `'config'` when the client has no `files`.
 */
export function useUploadVectorStoreFile<OnMutateResult = unknown>(
  options: MutationHookOptions<VectorStoreFileObject, UploadVectorStoreFileVariables, OnMutateResult> = {},
): UploadVectorStoreFileResult<OnMutateResult> {
  const [progress, setProgress] = useState<number>();
  const mutation = useVectorStoreMutation(
    {
      request: (vectorStores: VectorStoresApi, variables: UploadVectorStoreFileVariables, client) =>
        upload(vectorStores, filesOf(client), {
          ...variables,
          onProgress(sentBytes) {
            setProgress(variables.file.size === 0 ? 1 : sentBytes / variables.file.size);
            variables.onProgress?.(sentBytes);
          },
        }),
      updateCache: storeVectorStoreFile,
    },
    options,
  );
  return { ...mutation, progress };
}

async function upload(
  vectorStores: VectorStoresApi,
  files: FilesApi,
  { vectorStoreId, file, settings, onProgress, signal }: UploadVectorStoreFileVariables,
): Promise<VectorStoreFileObject> {
  const { id } = await files.upload(file, { purpose: 'assistants', onProgress, signal });
  try {
    signal?.throwIfAborted();
    return await vectorStores.files.create(vectorStoreId, { ...settings, file_id: id }, { signal });
  } catch (error) {
    // Nothing refers to the file. The reason why it was not added is what matters, also when it cannot be deleted.
    await files.delete(id).catch(() => undefined);
    throw error;
  }
}

function filesOf({ files }: AssistantsApi): FilesApi {
  if (files) return files;
  throw new ThreadkitError(
    'config',
    'The client has no `files`, so it cannot upload a file. Use a client with `files`, or add uploaded files with `useCreateVectorStoreFile`.',
  );
}

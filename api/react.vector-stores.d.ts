// @threadkit/react/vector-stores: what it exports. Written by `pnpm api --update`.

import { AssistantsApi, CreateVectorStoreFileRequest, CreateVectorStoreRequest, DeletedVectorStore, DeletedVectorStoreFile, ListPage, ModifyVectorStoreFileRequest, ModifyVectorStoreRequest, ThreadkitError, VectorStoreFileObject, VectorStoreObject, VectorStoresApi } from "@threadkit/core";
import { UseInfiniteQueryOptions, UseInfiniteQueryResult, UseMutationOptions, UseMutationResult, UseQueryOptions, UseQueryResult } from "@tanstack/react-query";
import { ReactNode } from "react";
type Client = Pick<AssistantsApi, 'key'>;
/**
 * Query keys of vector stores, from general to specific, below `threadkitKeys.all`. Each key starts with that of its parent, so
 * invalidating a vector store invalidates its files.
 */
declare const vectorStoreKeys: {
  all: (client: Client) => readonly ["threadkit", string, "vector-stores"];
  list: (client: Client) => readonly ["threadkit", string, "vector-stores", "list"];
  vectorStore: (client: Client, vectorStoreId: string) => readonly ["threadkit", string, "vector-stores", string];
  files: (client: Client, vectorStoreId: string) => readonly ["threadkit", string, "vector-stores", string, "files"];
};
/**
 * The options of TanStack's `useMutation`, except `mutationFn`. `onSuccess` and `onSettled` run after the hook has
 * updated the cache; `onMutate` runs before the request.
 */
type MutationHookOptions<Data, Variables, OnMutateResult = unknown> = Omit<UseMutationOptions<Data, ThreadkitError, Variables, OnMutateResult>, 'mutationFn'>;
/**
 * The result of TanStack's `useMutation`. Rejections of `mutateAsync` are a `ThreadkitError`, or the
 * error that `ClientOptions.headers` threw.
 */
type MutationHookResult<Data, Variables, OnMutateResult = unknown> = UseMutationResult<Data, ThreadkitError, Variables, OnMutateResult>;
/** Variables of `useUploadVectorStoreFile`. */
interface UploadVectorStoreFileVariables {
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
type UploadVectorStoreFileResult<OnMutateResult = unknown> = MutationHookResult<VectorStoreFileObject, UploadVectorStoreFileVariables, OnMutateResult> & {
  /** How much of the last file was sent, from 0 to 1; `undefined` before the first upload. */
  readonly progress: number | undefined;
};
/**
 * Uploads a file and adds it to a vector store. It is `in_progress` until it was processed: `useVectorStoreFiles` follows it. When it was uploaded but
 * could not be added, it is deleted again. Fails with kind `'config'` when the client has no `files`.
 */
declare function useUploadVectorStoreFile<OnMutateResult = unknown>(options?: MutationHookOptions<VectorStoreFileObject, UploadVectorStoreFileVariables, OnMutateResult>): UploadVectorStoreFileResult<OnMutateResult>;
type SetByHook = 'queryKey' | 'queryFn' | 'queryKeyHashFn' | 'persister' | 'select' | 'placeholderData' | 'initialData' | 'initialDataUpdatedAt' | 'initialPageParam' | 'getNextPageParam' | 'getPreviousPageParam' | 'maxPages';
interface SelectOption<Data, Selected> {
  /**
   * Computes the `data` of the result. Runs again when the data or the function changes: define it outside of the
   * component, or memoize it, when it is expensive or returns a new object each time.
   */
  select?: ((data: Data) => Selected) | undefined;
}
interface PlaceholderOption<Data> {
  /** Shown until the first data is there: the data, or a function of the data of the previous query. */
  placeholderData?: Data | ((previous: Data | undefined) => Data | undefined) | undefined;
}
/**
 * The options of TanStack's `useQuery`, except those that the hook sets and `initialData`.
 *
 * @typeParam Stored What the query cache stores, where it differs from `Data`.
 */
type QueryHookOptions<Data, Selected = Data, Stored = Data> = Omit<UseQueryOptions<Stored, ThreadkitError>, SetByHook> & SelectOption<Data, Selected> & PlaceholderOption<Data>;
/**
 * The options of TanStack's `useInfiniteQuery`, except those that the hook sets and `initialData`. `select` reads the items
 * of all pages.
 */
type ListQueryHookOptions<Item, Selected = readonly Item[]> = Omit<UseInfiniteQueryOptions<ListPage<Item>, ThreadkitError>, SetByHook> & SelectOption<readonly Item[], Selected> & PlaceholderOption<readonly Item[]>;
/** Options of `useVectorStores`. */
interface UseVectorStoresOptions<Selected = readonly VectorStoreObject[]> {
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: ListQueryHookOptions<VectorStoreObject, Selected> | undefined;
}
/** Options of `useVectorStore`. */
interface UseVectorStoreOptions<Selected = VectorStoreObject> {
  /** The vector store to read; `undefined` disables the query. */
  vectorStoreId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: QueryHookOptions<VectorStoreObject, Selected> | undefined;
}
/** Options of `useVectorStoreFiles`. */
interface UseVectorStoreFilesOptions<Selected = readonly VectorStoreFileObject[]> {
  /** The vector store whose files to read; `undefined` disables the query. */
  vectorStoreId: string | undefined;
  /** Options of TanStack Query, such as `enabled`, `select` and `refetchInterval`. @defaultValue none */
  query?: ListQueryHookOptions<VectorStoreFileObject, Selected> | undefined;
}
/**
 * Reads the vector stores, newest first, 100 a page. Reads them again every second while files of one of them are processed, or less often when
 * there are several pages.
 */
declare function useVectorStores<Selected = readonly VectorStoreObject[]>({ query }?: UseVectorStoresOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
/** Reads one vector store. Reads it again every second while its files are processed. */
declare function useVectorStore<Selected = VectorStoreObject>({ vectorStoreId, query }: UseVectorStoreOptions<Selected>): UseQueryResult<Selected, ThreadkitError>;
/**
 * Reads the files of a vector store, newest first, 100 a page. Reads them again every second while one of them is `in_progress`, or less often when
 * there are several pages. The names of the files are those of the uploaded files, which have the same ids: see `fileOptions`.
 */
declare function useVectorStoreFiles<Selected = readonly VectorStoreFileObject[]>({ vectorStoreId, query }: UseVectorStoreFilesOptions<Selected>): UseInfiniteQueryResult<Selected, ThreadkitError>;
interface FileOfStore {
  /** The vector store of the file. */
  vectorStoreId: string;
  /** The file: the id of the uploaded file. */
  fileId: string;
}
/** Variables of `useCreateVectorStoreFile`. */
interface CreateVectorStoreFileVariables {
  /** The vector store to add the file to. */
  vectorStoreId: string;
  /** The uploaded file, its attributes, and how its text is cut. */
  body: CreateVectorStoreFileRequest;
}
/** Variables of `useModifyVectorStoreFile`. */
interface ModifyVectorStoreFileVariables extends FileOfStore {
  /** The attributes, which are replaced as a whole. */
  body: ModifyVectorStoreFileRequest;
}
/** Variables of `useDeleteVectorStoreFile`. */
interface DeleteVectorStoreFileVariables extends FileOfStore {}
/** Adds an uploaded file to a vector store. It is `in_progress` until it was processed: `useVectorStoreFiles` follows it. */
declare function useCreateVectorStoreFile<OnMutateResult = unknown>(options?: MutationHookOptions<VectorStoreFileObject, CreateVectorStoreFileVariables, OnMutateResult>): MutationHookResult<VectorStoreFileObject, CreateVectorStoreFileVariables, OnMutateResult>;
/** Replaces the attributes of a file in a vector store. */
declare function useModifyVectorStoreFile<OnMutateResult = unknown>(options?: MutationHookOptions<VectorStoreFileObject, ModifyVectorStoreFileVariables, OnMutateResult>): MutationHookResult<VectorStoreFileObject, ModifyVectorStoreFileVariables, OnMutateResult>;
/** Removes a file from a vector store. The uploaded file is not deleted. */
declare function useDeleteVectorStoreFile<OnMutateResult = unknown>(options?: MutationHookOptions<DeletedVectorStoreFile, DeleteVectorStoreFileVariables, OnMutateResult>): MutationHookResult<DeletedVectorStoreFile, DeleteVectorStoreFileVariables, OnMutateResult>;
/** Variables of `useCreateVectorStore`. */
interface CreateVectorStoreVariables {
  /** Name, files and settings of the vector store. @defaultValue an empty vector store without a name */
  body?: CreateVectorStoreRequest | undefined;
}
/** Variables of `useModifyVectorStore`. */
interface ModifyVectorStoreVariables {
  /** The vector store to change. */
  vectorStoreId: string;
  /** The fields to change. `metadata` is replaced as a whole. */
  body: ModifyVectorStoreRequest;
}
/** Variables of `useDeleteVectorStore`. */
interface DeleteVectorStoreVariables {
  /** The vector store to delete. */
  vectorStoreId: string;
}
/** Creates a vector store. Its files are processed after the response. */
declare function useCreateVectorStore<OnMutateResult = unknown>(options?: MutationHookOptions<VectorStoreObject, CreateVectorStoreVariables, OnMutateResult>): MutationHookResult<VectorStoreObject, CreateVectorStoreVariables, OnMutateResult>;
/** Changes a vector store. Fields that `body` leaves out keep their value. */
declare function useModifyVectorStore<OnMutateResult = unknown>(options?: MutationHookOptions<VectorStoreObject, ModifyVectorStoreVariables, OnMutateResult>): MutationHookResult<VectorStoreObject, ModifyVectorStoreVariables, OnMutateResult>;
/** Deletes a vector store. Its files are not deleted. */
declare function useDeleteVectorStore<OnMutateResult = unknown>(options?: MutationHookOptions<DeletedVectorStore, DeleteVectorStoreVariables, OnMutateResult>): MutationHookResult<DeletedVectorStore, DeleteVectorStoreVariables, OnMutateResult>;
/** Props of `VectorStoresProvider`. */
interface VectorStoresProviderProps {
  /** From `createVectorStoresClient`, with the options of the client of the `ThreadkitProvider`. Create it once, outside of the component. */
  client: VectorStoresApi;
  /** May call every hook for vector stores. */
  children?: ReactNode;
}
/** Provides a client of vector stores to the hooks below it. Must be inside of a `ThreadkitProvider`. */
declare function VectorStoresProvider({ client, children }: VectorStoresProviderProps): import("react").JSX.Element;
/**
 * Returns the client of the nearest `<VectorStoresProvider>`, for the operations that have no hook.
 *
 * @throws Error without a `<VectorStoresProvider>`.
 */
declare function useVectorStoresClient(): VectorStoresApi;
export { type CreateVectorStoreFileVariables, type CreateVectorStoreVariables, type DeleteVectorStoreFileVariables, type DeleteVectorStoreVariables, type ModifyVectorStoreFileVariables, type ModifyVectorStoreVariables, type UploadVectorStoreFileResult, type UploadVectorStoreFileVariables, type UseVectorStoreFilesOptions, type UseVectorStoreOptions, type UseVectorStoresOptions, VectorStoresProvider, type VectorStoresProviderProps, useCreateVectorStore, useCreateVectorStoreFile, useDeleteVectorStore, useDeleteVectorStoreFile, useModifyVectorStore, useModifyVectorStoreFile, useUploadVectorStoreFile, useVectorStore, useVectorStoreFiles, useVectorStores, useVectorStoresClient, vectorStoreKeys };
/**
 * React hooks for vector stores, on TanStack Query. Apart from the main entry, because most pages need none.
 *
 * @example
 * ```tsx
 * const options = { baseURL: '/v1' };
 * const client = createClient(options);
 * const vectorStores = createVectorStoresClient(options);
 *
 * function Stores() {
 *   const { data = [] } = useVectorStores();
 *   return <ul>{data.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>;
 * }
 *
 * export const App = () => (
 *   <ThreadkitProvider client={client}>
 *     <VectorStoresProvider client={vectorStores}>
 *       <Stores />
 *     </VectorStoresProvider>
 *   </ThreadkitProvider>
 * );
 * ```
 *
 * @packageDocumentation
 */

export { vectorStoreKeys } from './keys.ts';
export {
  type UploadVectorStoreFileResult,
  type UploadVectorStoreFileVariables,
  useUploadVectorStoreFile,
} from './use-upload-vector-store-file.ts';
export {
  type UseVectorStoreFilesOptions,
  type UseVectorStoreOptions,
  type UseVectorStoresOptions,
  useVectorStore,
  useVectorStoreFiles,
  useVectorStores,
} from './use-vector-stores.ts';
export {
  type CreateVectorStoreFileVariables,
  type DeleteVectorStoreFileVariables,
  type ModifyVectorStoreFileVariables,
  useCreateVectorStoreFile,
  useDeleteVectorStoreFile,
  useModifyVectorStoreFile,
} from './vector-store-file-mutations.ts';
export {
  type CreateVectorStoreVariables,
  type DeleteVectorStoreVariables,
  type ModifyVectorStoreVariables,
  useCreateVectorStore,
  useDeleteVectorStore,
  useModifyVectorStore,
} from './vector-store-mutations.ts';
export {
  useVectorStoresClient,
  VectorStoresProvider,
  type VectorStoresProviderProps,
} from './vector-stores-provider.tsx';

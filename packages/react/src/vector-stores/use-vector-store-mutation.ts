'use client';
import type { AssistantsApi, VectorStoresApi } from '@threadkit/core';
import {
  type MutationHookOptions,
  type MutationHookResult,
  useApiMutation,
} from '../mutations/use-api-mutation.ts';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { useVectorStoresClient } from './vector-stores-provider.tsx';

interface VectorStoreMutation<Data, Variables> {
  request(vectorStores: VectorStoresApi, variables: Variables, client: AssistantsApi): Promise<Data>;
  updateCache(context: ThreadkitContextValue, data: Data, variables: Variables): Promise<unknown>;
}

/** As `useApiMutation`, with the client of vector stores. */
export function useVectorStoreMutation<Data, Variables, OnMutateResult>(
  { request, updateCache }: VectorStoreMutation<Data, Variables>,
  options: MutationHookOptions<Data, Variables, OnMutateResult>,
): MutationHookResult<Data, Variables, OnMutateResult> {
  const vectorStores = useVectorStoresClient();
  return useApiMutation(
    { request: (client, variables) => request(vectorStores, variables, client), updateCache },
    options,
  );
}

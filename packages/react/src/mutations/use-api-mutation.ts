'use client';
import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { AssistantsApi, ThreadkitError } from '@threadkit/core';
import { type ThreadkitContextValue, useThreadkit } from '../provider/threadkit-context.ts';

/**
 * The options of TanStack's `useMutation`, except `mutationFn`. `onSuccess` and `onSettled` run after the hook has
 * updated the cache; `onMutate` runs before the request.
 */
export type MutationHookOptions<Data, Variables, OnMutateResult = unknown> = Omit<
  UseMutationOptions<Data, ThreadkitError, Variables, OnMutateResult>,
  'mutationFn'
>;

/**
 * The result of TanStack's `useMutation`. Rejections of `mutateAsync` are a `ThreadkitError`, or the
 * error that `ClientOptions.headers` threw.
 */
export type MutationHookResult<Data, Variables, OnMutateResult = unknown> = UseMutationResult<
  Data,
  ThreadkitError,
  Variables,
  OnMutateResult
>;

interface ApiMutation<Data, Variables> {
  request(client: AssistantsApi, variables: Variables): Promise<Data>;
  updateCache(context: ThreadkitContextValue, data: Data, variables: Variables): void | Promise<unknown>;
}

/** A mutation that sends one request through the client, and updates the query cache when it succeeds. */
export function useApiMutation<Data, Variables, OnMutateResult>(
  { request, updateCache }: ApiMutation<Data, Variables>,
  options: MutationHookOptions<Data, Variables, OnMutateResult>,
): MutationHookResult<Data, Variables, OnMutateResult> {
  const threadkit = useThreadkit();
  return useMutation<Data, ThreadkitError, Variables, OnMutateResult>({
    ...options,
    mutationFn: (variables) => request(threadkit.client, variables),
    onSuccess: async (data, variables, onMutateResult, context) => {
      await updateCache(threadkit, data, variables);
      await options.onSuccess?.(data, variables, onMutateResult, context);
    },
  });
}

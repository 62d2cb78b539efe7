'use client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ThreadkitError } from '@threadkit/core';
import { type ThreadkitScope, useThreadkit } from '../provider/threadkit-context.ts';

/**
 * A mutation that writes through the client and then brings the cache up to date.
 *
 * @param turns Writes of the same name wait for each other.
 */
export function useWrite<Data, Variables>(
  write: (scope: ThreadkitScope, variables: Variables) => Promise<Data>,
  settle: (scope: ThreadkitScope, data: Data, variables: Variables) => void | Promise<unknown>,
  turns?: string,
): UseMutationResult<Data, ThreadkitError, Variables> {
  const scope = useThreadkit();
  return useMutation<Data, ThreadkitError, Variables>({
    ...(turns === undefined ? {} : { scope: { id: turns } }),
    mutationFn: (variables) => write(scope, variables),
    onSuccess: async (data, variables) => {
      await settle(scope, data, variables);
    },
  });
}

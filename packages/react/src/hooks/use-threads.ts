'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ThreadkitError, ThreadObject } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadsOptions } from '../query/options.ts';

/** The threads of this user, newest first. Empty where the backend cannot list them. */
export function useThreads(): UseQueryResult<readonly ThreadObject[], ThreadkitError> {
  return useQuery(threadsOptions(useThreadkit().client)) as UseQueryResult<
    readonly ThreadObject[],
    ThreadkitError
  >;
}

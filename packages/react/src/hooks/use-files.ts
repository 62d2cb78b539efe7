'use client';
import type { FilesApi } from '@threadkit/core';
import { useContext } from 'react';
import { ThreadkitContext } from '../provider/threadkit-context.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

/**
 * Returns the files API of the nearest provider's client. `undefined` when the backend has no files, and outside of a
 * provider. While the capability is `'unknown'`, the API is returned, and its calls may fail.
 */
export function useFiles(): FilesApi | undefined {
  const client = useContext(ThreadkitContext)?.client;
  return useKnownCapabilities(client).files === false ? undefined : client?.files;
}

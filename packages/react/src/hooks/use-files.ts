'use client';
import type { FilesApi } from '@threadkit/core';
import { useContext } from 'react';
import { ThreadkitContext } from '../provider/threadkit-context.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

/**
 * The files of the nearest provider's backend. Undefined where it keeps none, and where there is no provider: parts
 * that can do without ask here. A backend of which it is not known yet is worth a try.
 */
export function useFiles(): FilesApi | undefined {
  const client = useContext(ThreadkitContext)?.client;
  return useKnownCapabilities(client).files === false ? undefined : client?.files;
}

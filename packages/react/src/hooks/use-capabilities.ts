'use client';
import { useQuery } from '@tanstack/react-query';
import type { Capabilities } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { assistantsOptions } from '../query/options.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

/**
 * What the backend can do beyond the contract. `'unknown'` until its first answer; asks for the assistants when
 * nothing else has been asked yet. On a server and while hydrating all are `'unknown'`.
 */
export function useCapabilities(): Capabilities {
  const { client } = useThreadkit();
  const capabilities = useKnownCapabilities(client);
  const isUnknown = Object.values(capabilities).includes('unknown');
  useQuery({
    ...assistantsOptions(client),
    enabled: isUnknown,
    select: () => client.capabilities,
    // A backend that says nothing the first time says nothing the next time either.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return capabilities;
}

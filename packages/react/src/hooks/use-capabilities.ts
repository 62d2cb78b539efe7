'use client';
import { useQuery } from '@tanstack/react-query';
import type { Capabilities } from '@threadkit/core';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { assistantsOptions } from '../query/options.ts';
import { useKnownCapabilities } from './internal/use-known-capabilities.ts';

/**
 * Returns what the backend supports beyond the Assistants API. Each capability is `'unknown'` until the first response,
 * on a server and during hydration. Requests the assistants if no other request has been sent yet.
 */
export function useCapabilities(): Capabilities {
  const { client } = useThreadkit();
  const capabilities = useKnownCapabilities(client);
  const isUnknown = Object.values(capabilities).includes('unknown');
  useQuery({
    ...assistantsOptions(client),
    enabled: isUnknown,
    select: () => client.capabilities,
    // A backend whose first response has no capabilities will not announce them later.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return capabilities;
}

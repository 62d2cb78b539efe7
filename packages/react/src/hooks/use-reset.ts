'use client';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';

/**
 * Forgets everything of this client, for sign-out: cached data, controllers with what they were doing, and which
 * thread a named chat leads back to. Runs on the server go on. Render chats anew afterwards, with another `key`.
 */
export function useReset(): () => void {
  const { client, queryClient, registry } = useThreadkit();
  return useCallback(() => {
    registry.reset();
    queryClient.removeQueries({ queryKey: threadkitKeys.all(client) });
  }, [client, queryClient, registry]);
}

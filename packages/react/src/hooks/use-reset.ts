'use client';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';

/**
 * Forgets everything of this client, for sign-out: cached data, controllers with what they were doing, which
 * thread a named chat leads back to, and what was typed and not sent. Runs on the server go on. Render chats anew afterwards, with another `key`.
 */
export function useReset(): () => void {
  const { client, queryClient, registry, drafts } = useThreadkit();
  return useCallback(() => {
    registry.reset();
    drafts.clear();
    queryClient.removeQueries({ queryKey: threadkitKeys.all(client) });
  }, [client, queryClient, registry, drafts]);
}

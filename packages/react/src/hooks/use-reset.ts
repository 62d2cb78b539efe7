'use client';
import { useCallback } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { threadkitKeys } from '../query/keys.ts';

/**
 * Returns a function for sign-out that removes everything of this client: cached data, controllers, the journal of
 * tool calls, the threads of named chats and drafts. Runs on the server continue. Render chats with another React
 * `key` afterwards.
 */
export function useReset(): () => void {
  const { client, queryClient, registry, drafts } = useThreadkit();
  return useCallback(() => {
    registry.reset();
    drafts.clear();
    queryClient.removeQueries({ queryKey: threadkitKeys.all(client) });
  }, [client, queryClient, registry, drafts]);
}

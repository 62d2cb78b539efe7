'use client';

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { ListPage, ThreadObject } from '@threadkit/core';
import { useClient, useThreadState } from '@threadkit/react';
import { threadkitKeys } from '@threadkit/react/query';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { Button } from '../internals/button.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { useChat } from './chat-context.ts';

/**
 * Says that a thread is a copy of another's beginning, and leads back. Shown where the page knows it: the copy was
 * made here, or the list of threads was read. It asks the server for nothing itself.
 */
export function ThreadOrigin(): ReactNode {
  const { branch, controller, showThread } = useChat('ThreadOrigin');
  const threadId = useThreadState({ controller, select: (snapshot) => snapshot.threadId });
  const listed = useListedOrigin(threadId);
  const strings = useStrings().message;
  const origin = branch && branch.to === threadId ? branch.origin : listed;
  if (origin === undefined) return null;
  return (
    <p data-slot="thread-origin">
      {strings.branched}
      <Button variant="quiet" onClick={() => showThread(origin)}>
        {strings.openOrigin}
      </Button>
    </p>
  );
}

/** What the list of threads says, if anyone on the page has read it. */
function useListedOrigin(threadId: string | undefined): string | undefined {
  const queryClient = useQueryClient();
  const client = useClient();
  const cache = queryClient.getQueryCache();
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(onChange), [cache]);
  const read = (): string | undefined => {
    const list = queryClient.getQueryData<InfiniteData<ListPage<ThreadObject>>>(
      threadkitKeys.threadList(client),
    );
    const threads = list?.pages.flatMap(({ data }) => data);
    return threads?.find(({ id }) => id === threadId)?.metadata?.['tk_branched_from'];
  };
  return useSyncExternalStore(subscribe, read, read);
}

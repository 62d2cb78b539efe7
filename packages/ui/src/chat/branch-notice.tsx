'use client';

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { ListPage, ThreadObject } from '@threadkit/core';
import type { BRANCHED_FROM_KEY } from '@threadkit/core/api';
import { useClient, useThreadState } from '@threadkit/react';
import { threadkitKeys } from '@threadkit/react/query';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { Button } from '../internals/button.tsx';
import { useStrings } from '../locales/locale-provider.tsx';
import { useChat } from './chat-context.ts';

/**
 * Notice that a thread was copied from another one, with a button that opens that one. Shown only
 * if the copy was made in this chat or the list of threads is in the cache. Sends no request. Renders a
 * `<p>`, or nothing.
 */
export function BranchNotice(): ReactNode {
  const { branch, showThread } = useChat('Chat.BranchNotice');
  const threadId = useThreadState({ select: (snapshot) => snapshot.threadId });
  const listed = useListedOrigin(threadId);
  const strings = useStrings().message;
  const origin = branch && branch.to === threadId ? branch.origin : listed;
  if (origin === undefined) return null;
  return (
    <p data-slot="branch-notice">
      {strings.branched}
      <Button variant="quiet" onClick={() => showThread(origin)}>
        {strings.openOriginal}
      </Button>
    </p>
  );
}

/** The origin of a thread according to the cached list of threads. */
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
    // A literal, checked by type: importing the value is larger (0009).
    return threads?.find(({ id }) => id === threadId)?.metadata?.[
      'tk_branched_from' satisfies typeof BRANCHED_FROM_KEY
    ];
  };
  return useSyncExternalStore(subscribe, read, read);
}

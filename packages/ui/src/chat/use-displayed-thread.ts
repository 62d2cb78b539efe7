'use client';

import { useLatest } from '@threadkit/react/internal';
import { useCallback, useState } from 'react';
import type { Branch, ChatContextValue } from './chat-context.ts';

interface Moved {
  /** The app's `threadId` at that time. Another value overrides the move. */
  readonly from: string | undefined;
  readonly to: string;
  readonly branch: Branch | undefined;
}

export interface DisplayedThread extends Pick<ChatContextValue, 'branch' | 'showThread'> {
  readonly shownId: string | undefined;
}

/** The thread that a chat shows: the app's, until the user opens another one from inside the chat. */
export function useDisplayedThread(
  threadId: string | undefined,
  onThreadIdChange: ((threadId: string) => void) | undefined,
): DisplayedThread {
  const [moved, setMoved] = useState<Moved>();
  const latest = useLatest({ threadId, onThreadIdChange });
  const showThread = useCallback(
    (to: string, origin?: string) => {
      const branch = origin === undefined ? undefined : { origin, to };
      setMoved({ from: latest.current.threadId, to, branch });
      latest.current.onThreadIdChange?.(to);
    },
    [latest],
  );
  return {
    shownId: moved?.from === threadId ? (moved?.to ?? threadId) : threadId,
    branch: moved?.branch,
    showThread,
  };
}

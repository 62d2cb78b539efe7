'use client';

import { useCallback, useState } from 'react';
import { useLatest } from '../internals/use-latest.ts';
import type { Branch, ChatScope } from './chat-context.ts';

interface Moved {
  /** What the app asked for then. */
  readonly asked: string | undefined;
  readonly to: string;
  readonly branch: Branch | undefined;
}

interface DisplayedThread extends Pick<ChatScope, 'branch' | 'showThread'> {
  readonly shownId: string | undefined;
}

/** Which thread a chat shows: the app's, until the person goes to another from inside; the app hears of it. */
export function useDisplayedThread(
  threadId: string | undefined,
  onThreadIdChange: ((threadId: string) => void) | undefined,
): DisplayedThread {
  const [moved, setMoved] = useState<Moved>();
  const latest = useLatest({ threadId, onThreadIdChange });
  const showThread = useCallback(
    (to: string, origin?: string) => {
      const branch = origin === undefined ? undefined : { origin, to };
      setMoved({ asked: latest.current.threadId, to, branch });
      latest.current.onThreadIdChange?.(to);
    },
    [latest],
  );
  return {
    shownId: moved?.asked === threadId ? (moved?.to ?? threadId) : threadId,
    branch: moved?.branch,
    showThread,
  };
}

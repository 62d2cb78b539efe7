'use client';

import type { ThreadController } from '@threadkit/core';
import { useCallback, useLayoutEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

type Stage = 'empty' | 'started' | undefined;

/** `empty`: no thread yet and nothing sent. `started`: the first message is being sent. Undefined for a thread. */
function stageOf({ threadId, status, localMessages }: ReturnType<ThreadController['getSnapshot']>): Stage {
  if (threadId !== undefined) return undefined;
  return status === 'idle' && localMessages.length === 0 ? 'empty' : 'started';
}

/** The stage of a chat, for its layout. A chat that was `started` here stays so once its thread exists. */
export function useStage(controller: ThreadController): Stage {
  // From the controller and not from a hook: hooks add the query cache, which updates a moment later.
  const readStage = useCallback(() => stageOf(controller.getSnapshot()), [controller]);
  const now = useSyncExternalStore(controller.subscribe, readStage, readStage);
  const isEmpty = now === 'empty';
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  // After a reload, the controller may find its thread before the first paint. Rendering it synchronously keeps the
  // composer from moving visibly: `useSyncExternalStore` subscribes in a passive effect, which may run after that paint.
  useLayoutEffect(() => {
    if (!isEmpty) return;
    return controller.subscribe(() => {
      if (readStage() === undefined) flushSync(renderAgain);
    });
  }, [controller, isEmpty, readStage]);
  const [started, setStarted] = useState<ThreadController>();
  if (now === 'started' && started !== controller) setStarted(controller);
  return now ?? (started === controller ? 'started' : undefined);
}

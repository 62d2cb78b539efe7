'use client';

import type { ThreadController } from '@threadkit/core';
import { useCallback, useLayoutEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

type Stage = 'empty' | 'begun' | undefined;

/** `empty`: no thread yet and nothing sent. `begun`: the first message is being sent. Undefined for a thread. */
function stageOf({ threadId, status, localMessages }: ReturnType<ThreadController['getSnapshot']>): Stage {
  if (threadId !== undefined) return undefined;
  return status === 'idle' && localMessages.length === 0 ? 'empty' : 'begun';
}

/** The stage of a chat, for its layout. A chat that was `begun` here stays so once its thread exists. */
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
  const [begun, setBegun] = useState<ThreadController>();
  if (now === 'begun' && begun !== controller) setBegun(controller);
  return now ?? (begun === controller ? 'begun' : undefined);
}

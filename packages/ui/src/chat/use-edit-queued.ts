'use client';

import type { QueuedInput } from '@threadkit/core';
import { useChat } from './chat-context.ts';

/** Returns a function that moves a queued message back to the composer. */
export function useEditQueued(): (queued: QueuedInput) => void {
  const { controller, restoreInput } = useChat('Chat.Queue');
  return ({ key, input }) => {
    controller.removeQueued(key);
    restoreInput(input);
  };
}

'use client';
import type { ThreadController } from '@threadkit/core';
import { useContext } from 'react';
import { ThreadContext } from '../provider/thread-context.ts';

/** Options of the hooks that read a thread from its controller. */
export interface ThreadHookOptions {
  /** From `useThread` or `useController`. @defaultValue the controller of the nearest `<ThreadProvider>` */
  controller?: ThreadController | undefined;
}

/**
 * Returns `controller`, or the controller of the nearest `<ThreadProvider>`.
 *
 * @throws Error without `controller` outside of a `<ThreadProvider>`.
 */
export function useThreadController({ controller }: ThreadHookOptions = {}): ThreadController {
  const nearest = useContext(ThreadContext);
  const found = controller ?? nearest;
  if (found) return found;
  throw new Error(
    'This hook reads one thread and got none: pass it `controller` (from useThread), or put <ThreadProvider controller={…}> around this component.',
  );
}

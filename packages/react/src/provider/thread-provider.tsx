'use client';
import type { ThreadController } from '@threadkit/core';
import type { ReactNode } from 'react';
import { ThreadContext } from './thread-context.ts';

/** Props of `ThreadProvider`. */
export interface ThreadProviderProps {
  /** The thread that hooks below read when they get no `controller`. From `useThread` or `useController`. */
  controller: ThreadController;
  /** May call the hooks that take a `controller` without it. */
  children?: ReactNode;
}

/** Provides a thread to the hooks below it, so that they can be called without `controller`. */
export function ThreadProvider({ controller, children }: ThreadProviderProps) {
  return <ThreadContext value={controller}>{children}</ThreadContext>;
}

'use client';
import { randomId, type ThreadController } from '@threadkit/core';
import { useState } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

export interface ThreadIdentity {
  /** Controlled: the thread to show. Going back to undefined begins a new one. */
  threadId?: string | undefined;
  /** Uncontrolled: the thread to begin with. */
  defaultThreadId?: string | undefined;
  /** Finds the same new chat again from another component. @defaultValue one of its own per component */
  draftKey?: string | undefined;
}

/** The controller of a thread, or of a chat that has none yet: it stays the same when its thread is created. */
export function useController({ threadId, defaultThreadId, draftKey }: ThreadIdentity): ThreadController {
  const { registry } = useThreadkit();
  const [state, setState] = useState(() => ({
    threadId,
    initial: threadId ?? defaultThreadId,
    draft: randomId(),
  }));
  if (state.threadId !== threadId) {
    // Derived while rendering: an effect would show the old thread once more.
    const isNewChat = threadId === undefined;
    setState({ threadId, initial: undefined, draft: isNewChat ? randomId() : state.draft });
  }
  const id = threadId ?? (state.threadId === undefined ? state.initial : undefined);
  return id === undefined ? registry.getDraft(draftKey ?? state.draft) : registry.get(id);
}

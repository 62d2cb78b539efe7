'use client';
import type { ThreadController } from '@threadkit/core';
import { useId, useState } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';

export interface ThreadIdentity {
  /** Controlled: the thread to show. Going back to undefined begins a new one, or goes to the chat named `newChatKey`. */
  threadId?: string | undefined;
  /** Uncontrolled: the thread to begin with. */
  defaultThreadId?: string | undefined;
  /**
   * Names a new chat: other components find it under this name, and a reload leads back to the thread it became, or to
   * what was typed for it. Without one every component has its own, and a reload begins a new one.
   */
  newChatKey?: string | undefined;
}

/** The controller of a thread, or of a chat that has none yet: it stays the same when its thread is created. */
export function useController({ threadId, defaultThreadId, newChatKey }: ThreadIdentity): ThreadController {
  const { registry, drafts } = useThreadkit();
  // Not random: a prerendered page may not read randomness, and its hydration must find the same chat.
  const componentId = useId();
  const [state, setState] = useState({ threadId, initial: threadId ?? defaultThreadId, newChats: 0 });
  if (state.threadId !== threadId) {
    // Derived while rendering: an effect would show the old thread once more.
    const newChats = threadId === undefined ? state.newChats + 1 : state.newChats;
    setState({ threadId, initial: undefined, newChats });
  }
  const id = threadId ?? (state.threadId === undefined ? state.initial : undefined);
  if (id !== undefined) return registry.get(id);
  if (newChatKey === undefined) return registry.getNewChat(`${componentId}:${state.newChats}`, false);
  const controller = registry.getNewChat(newChatKey, true);
  drafts.name(controller, newChatKey);
  return controller;
}

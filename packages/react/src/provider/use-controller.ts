'use client';
import type { ThreadController } from '@threadkit/core';
import { useId, useState } from 'react';
import { useThreadkit } from './threadkit-context.ts';

/** Options of `useController`. */
export interface UseControllerOptions {
  /** Controlled: the thread to show. Changing it to `undefined` starts a new chat, or shows the chat named `newChatKey`. */
  threadId?: string | undefined;
  /** Uncontrolled: the thread to show first. */
  defaultThreadId?: string | undefined;
  /**
   * Names a new chat: components with the same name share it, and a reload restores its thread or its draft. Without a
   * name each component has its own new chat, and a reload starts another one.
   */
  newChatKey?: string | undefined;
}

/**
 * Returns the controller of a thread, or of a new chat. It stays the same when the first message creates the thread.
 * `useThread` calls this hook; use it alone for a component that only provides a controller.
 */
export function useController({
  threadId,
  defaultThreadId,
  newChatKey,
}: UseControllerOptions): ThreadController {
  const { registry, drafts } = useThreadkit();
  // Not a random id: prerendering must be deterministic, and hydration must find the same chat.
  const componentId = useId();
  const [state, setState] = useState({ threadId, initial: threadId ?? defaultThreadId, newChats: 0 });
  if (state.threadId !== threadId) {
    // Set during rendering: with an effect the old thread would be shown for another frame.
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

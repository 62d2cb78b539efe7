'use client';
import { useEffect } from 'react';
import type { Draft } from '../composer-draft/draft.ts';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { type ThreadHookOptions, useThreadController } from './use-thread-controller.ts';

/**
 * Stores the unsent text of a thread across thread changes and reloads. New chats without a `newChatKey` share one
 * stored text, which belongs to the chat that was mounted first. The text is not React state, so typing re-renders
 * nothing: pass the result to `Composer.Root`, or call `restore` in an effect and `save` on every change of your field.
 */
export function useDraft(options: ThreadHookOptions = {}): Draft {
  const controller = useThreadController(options);
  const { drafts } = useThreadkit();
  // Texts are written after a delay, and a hidden page may be closed before the delay is over.
  useEffect(() => {
    document.addEventListener('visibilitychange', drafts.flush);
    return () => {
      document.removeEventListener('visibilitychange', drafts.flush);
      drafts.flush();
    };
  }, [drafts]);
  return drafts.of(controller);
}

'use client';
import { useEffect } from 'react';
import type { Draft } from '../composer-draft/draft.ts';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { type ThreadScopeOptions, useThreadController } from './use-thread-controller.ts';

/**
 * What is typed for a thread and not sent yet: survives going to another thread, and a reload. Chats that have neither
 * a thread nor a `newChatKey` share one place: of two that are shown at once, the first has it. The text itself is not state, so that typing renders nothing: give the result to
 * `Composer.Root`, or call `restore` in an effect and `save` with every change of a field of your own.
 */
export function useDraft(options: ThreadScopeOptions = {}): Draft {
  const controller = useThreadController(options);
  const { drafts } = useThreadkit();
  // Joins the page's life: what is typed is written a moment later, and once the page is hidden there may be no later.
  useEffect(() => {
    document.addEventListener('visibilitychange', drafts.flush);
    return () => {
      document.removeEventListener('visibilitychange', drafts.flush);
      drafts.flush();
    };
  }, [drafts]);
  return drafts.of(controller);
}

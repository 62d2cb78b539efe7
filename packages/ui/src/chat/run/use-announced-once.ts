'use client';

import type { ThreadController } from '@threadkit/core';
import { useEffect } from 'react';
import { useAnnounce } from '../../internals/announcer.tsx';

/** The ids of what was announced, for as long as the thread is in this page. */
const announcedIn = new WeakMap<ThreadController, Set<string>>();

const asWritten = (text: string): string => text;

/**
 * Announces the text of a message or run to screen readers as soon as there is one, and only once in this page: not again when the
 * user returns to the thread. `toSpokenText` is called with the text that is announced.
 */
export function useAnnouncedOnce(
  controller: ThreadController,
  id: string | undefined,
  text: string | undefined,
  toSpokenText: (text: string) => string = asWritten,
): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (id === undefined || text === undefined || text === '') return;
    const announced = announcedIn.get(controller) ?? new Set<string>();
    announcedIn.set(controller, announced);
    if (announced.has(id)) return;
    announced.add(id);
    announce(toSpokenText(text));
  }, [announce, controller, id, text, toSpokenText]);
}

'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useStrings } from '../../locales/locale-provider.tsx';
import { createTitleBadge, type TitleBadge } from './title-badge.ts';

// Made with the first use: there is no page while this is imported on a server.
let badge: TitleBadge | undefined;

function watchVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

/** Whether the tab is in the background. */
export function useHidden(): boolean {
  return useSyncExternalStore(
    watchVisibility,
    () => document.hidden,
    () => false,
  );
}

/**
 * While the tab is in the background and something waits for an answer, the page's title says so: "(1) Billing".
 * Afterwards it is as it was.
 *
 * @param count How many things wait; 0 for none.
 */
export function useWaitingTitle(count: number): void {
  const { waiting } = useStrings();
  const isHidden = useHidden();
  // Joins the page's title.
  useEffect(() => {
    if (!isHidden || count === 0) return;
    badge ??= createTitleBadge(document);
    return badge.show(count, waiting.title);
  }, [count, isHidden, waiting]);
}

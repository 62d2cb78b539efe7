import { useSyncExternalStore } from 'react';

/** Whether the tab is in the background. False during server rendering and hydration. */
export function usePageHidden(): boolean {
  return useSyncExternalStore(subscribe, isHidden, never);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

const isHidden = (): boolean => document.hidden;
const never = (): boolean => false;

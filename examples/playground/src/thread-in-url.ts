import { useCallback, useSyncExternalStore } from 'react';

const parameter = 'thread';
const changed = 'threadkit-playground:url';

const readThreadId = (): string | undefined =>
  new URLSearchParams(location.search).get(parameter) ?? undefined;

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  addEventListener(changed, onChange);
  return () => {
    removeEventListener('popstate', onChange);
    removeEventListener(changed, onChange);
  };
}

/** Keeps the open thread in the URL, so that a reload, a bookmark and the back button return to it. */
export function useThreadInUrl(): [string | undefined, (threadId: string | undefined) => void] {
  const threadId = useSyncExternalStore(subscribe, readThreadId);
  const open = useCallback((next: string | undefined) => {
    if (next === readThreadId()) return;
    const url = new URL(location.href);
    if (next === undefined) url.searchParams.delete(parameter);
    else url.searchParams.set(parameter, next);
    history.pushState(null, '', url);
    dispatchEvent(new Event(changed));
  }, []);
  return [threadId, open];
}

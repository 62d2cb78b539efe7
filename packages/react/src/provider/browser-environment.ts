import { type Environment, plainEnvironment } from '@threadkit/core';

const STORAGE_PREFIX = 'threadkit:';

/**
 * The page's clock, frames, storage and signals. Safe to make on a server, where it falls back to the plain one.
 */
export function browserEnvironment(): Environment {
  const plain = plainEnvironment();
  if (typeof window === 'undefined') return plain;
  return {
    ...plain,
    schedule: scheduleFrame,
    isOnline: () => navigator.onLine,
    onWake,
    keyValueStore: pageKeyValueStore(),
    lock: typeof navigator.locks === 'undefined' ? undefined : holdLock,
  };
}

/** Frames stop in a hidden page, and the run goes on there: a task stands in. */
function scheduleFrame(flush: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(flush);
  else setTimeout(flush, 0);
}

function onWake(run: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') run();
  };
  window.addEventListener('online', run);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('online', run);
    document.removeEventListener('visibilitychange', shown);
  };
}

async function holdLock(name: string, held: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const released = new AbortController();
  try {
    await navigator.locks.request(`${STORAGE_PREFIX}${name}`, () => held(released.signal));
  } finally {
    released.abort();
  }
}

/** The page's own storage. Where it is refused (private windows, sandboxed frames) drafts live as long as the page. */
function pageKeyValueStore(): Environment['keyValueStore'] {
  const memory = plainEnvironment().keyValueStore;
  return {
    async get(key) {
      try {
        return localStorage.getItem(STORAGE_PREFIX + key) ?? (await memory.get(key));
      } catch {
        return memory.get(key);
      }
    },
    async set(key, value) {
      try {
        if (value === undefined) localStorage.removeItem(STORAGE_PREFIX + key);
        else localStorage.setItem(STORAGE_PREFIX + key, value);
        await memory.set(key, undefined);
      } catch {
        await memory.set(key, value);
      }
    },
  };
}

import { type Environment, plainEnvironment } from '@threadkit/core';

const STORAGE_PREFIX = 'threadkit:';

/**
 * Returns the environment of a page: its clock, animation frames, `localStorage`, online and visibility events, and
 * Web Locks. On a server it returns `plainEnvironment()`.
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

/** A hidden page gets no animation frames while its run continues, so it schedules a task instead. */
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

/** `localStorage`, or memory where access is denied (private windows, sandboxed frames). */
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

import type { Environment } from './environment.ts';

/**
 * An environment for workers, servers and scripts. Flushes on the next macrotask, is always online, keeps stored texts in
 * memory and has no locks.
 */
export function plainEnvironment(): Environment {
  const texts = new Map<string, string>();
  return {
    now: () => Date.now(),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    schedule: (flush) => {
      setTimeout(flush, 0);
    },
    randomId,
    random: () => Math.random(),
    isOnline: () => true,
    onWake: () => () => {},
    keyValueStore: {
      get: async (key) => texts.get(key),
      set: async (key, value) => {
        if (value === undefined) texts.delete(key);
        else texts.set(key, value);
      },
    },
    lock: undefined,
  };
}

/** 24 characters of 6 random bits. Not `randomUUID`, which is missing on insecure origins. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('');
}

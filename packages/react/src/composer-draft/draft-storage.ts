import type { Environment } from '@threadkit/core';

/** Stores the unsent text of each thread or new chat across reloads. `key` names one of them. */
export interface DraftStorage {
  /** Resolves to `''` when no text is stored. */
  get(key: string): Promise<string>;
  /** Stores a text; `''` removes it. Writes after a delay, not on every key press. */
  put(key: string, text: string): void;
  /** Writes pending texts at once. */
  flush(): void;
  /** Removes every text. */
  clear(): void;
}

/** The maximum delay before a text is written. */
const WRITE_MS = 500;
/** The maximum number of stored texts. The oldest are dropped. */
const MAX_DRAFTS = 50;

/** Creates the storage of one client. All its texts are in one entry, which sign-out removes. */
export function createDraftStorage(
  { keyValueStore, setTimer }: Pick<Environment, 'keyValueStore' | 'setTimer'>,
  clientKey: string,
): DraftStorage {
  const entry = `texts:${clientKey}`;
  const unwritten = new Map<string, string>();
  let cancelTimer: (() => void) | undefined;
  // Writes run one after another: overlapping writes would read the same entry, and the later one would overwrite the
  // other's text.
  let writing = Promise.resolve();

  const read = async (): Promise<Map<string, string>> => parse(await keyValueStore.get(entry));
  const write = (change: () => Promise<string | undefined>): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    writing = writing.then(async () => keyValueStore.set(entry, await change())).catch(() => {});
  };
  const flush = (): void => {
    if (unwritten.size === 0) return;
    const changes = [...unwritten];
    unwritten.clear();
    write(async () => {
      const texts = await read();
      for (const [key, text] of changes) {
        texts.delete(key);
        if (text !== '') texts.set(key, text);
      }
      return texts.size === 0 ? undefined : JSON.stringify([...texts].slice(-MAX_DRAFTS));
    });
  };

  return {
    async get(key) {
      await writing;
      return unwritten.get(key) ?? (await read()).get(key) ?? '';
    },
    put(key, text) {
      unwritten.set(key, text);
      cancelTimer ??= setTimer(flush, WRITE_MS);
    },
    flush,
    clear() {
      unwritten.clear();
      write(async () => undefined);
    },
  };
}

/** An invalid entry counts as empty: other code of the page may have written it. */
function parse(stored = '[]'): Map<string, string> {
  try {
    return new Map(JSON.parse(stored) as [string, string][]);
  } catch {
    return new Map();
  }
}

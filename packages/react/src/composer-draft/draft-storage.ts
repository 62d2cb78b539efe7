import type { Environment } from '@threadkit/core';

/** Texts that were typed and not sent, by the place they were typed in. They outlive a reload. */
export interface DraftStorage {
  /** `''` where nothing is kept. */
  get(place: string): Promise<string>;
  /** Keeps a text, `''` for none. Written a moment later, so that typing costs no writing. */
  put(place: string, text: string): void;
  /** Writes at once what waits to be written. */
  flush(): void;
  clear(): void;
}

/** What is typed is written at the latest this much later. */
const WRITE_MS = 500;
/** The places written to last; a text nobody has come back to for so long goes. */
const MAX_PLACES = 50;

/** All texts of one client stand in one entry, so that signing out can forget them without knowing where they are. */
export function createDraftStorage(
  { keyValueStore, setTimer }: Pick<Environment, 'keyValueStore' | 'setTimer'>,
  clientKey: string,
): DraftStorage {
  const entry = `texts:${clientKey}`;
  const unwritten = new Map<string, string>();
  let callOff: (() => void) | undefined;
  // One after another: two that read before either wrote would lose one of their texts.
  let writing = Promise.resolve();

  const read = async (): Promise<Map<string, string>> => parse(await keyValueStore.get(entry));
  const write = (change: () => Promise<string | undefined>): void => {
    callOff?.();
    callOff = undefined;
    writing = writing.then(async () => keyValueStore.set(entry, await change())).catch(() => {});
  };
  const flush = (): void => {
    if (unwritten.size === 0) return;
    const changes = [...unwritten];
    unwritten.clear();
    write(async () => {
      const texts = await read();
      for (const [place, text] of changes) {
        texts.delete(place);
        if (text !== '') texts.set(place, text);
      }
      return texts.size === 0 ? undefined : JSON.stringify([...texts].slice(-MAX_PLACES));
    });
  };

  return {
    async get(place) {
      await writing;
      return unwritten.get(place) ?? (await read()).get(place) ?? '';
    },
    put(place, text) {
      unwritten.set(place, text);
      callOff ??= setTimer(flush, WRITE_MS);
    },
    flush,
    clear() {
      unwritten.clear();
      write(async () => undefined);
    },
  };
}

/** What cannot be read counts as nothing kept: other code of the page may have written there. */
function parse(stored = '[]'): Map<string, string> {
  try {
    return new Map(JSON.parse(stored) as [string, string][]);
  } catch {
    return new Map();
  }
}

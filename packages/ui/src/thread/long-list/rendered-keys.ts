/** The keys of the rendered groups, with subscribers per key. */
export interface RenderedKeys {
  has(key: string): boolean;
  all(): ReadonlySet<string>;
  set(keys: ReadonlySet<string>): void;
  /** Adds keys before their first render, without calling subscribers. */
  begin(keys: readonly string[]): void;
  subscribe(onChange: () => void): () => void;
}

export function createRenderedKeys(): RenderedKeys {
  let keys: ReadonlySet<string> = new Set();
  const watchers = new Set<() => void>();
  return {
    has: (key) => keys.has(key),
    all: () => keys,
    set(next) {
      keys = next;
      for (const watcher of watchers) watcher();
    },
    begin(added) {
      keys = new Set([...keys, ...added]);
    },
    subscribe(onChange) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
  };
}

/** The listeners of `Storage.onRelease`. */
export interface ReleaseListeners {
  add(listener: () => void): () => void;
  notify(): void;
  clear(): void;
}

export function createReleaseListeners(): ReleaseListeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    notify() {
      for (const listener of listeners) listener();
    },
    clear: () => listeners.clear(),
  };
}

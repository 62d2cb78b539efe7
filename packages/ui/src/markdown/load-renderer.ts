export interface RendererLoader<T> {
  /**
   * Loads the renderer once. Never rejects: when the file cannot be loaded, text stays readable without formatting, and
   * the next call tries again.
   */
  load(): Promise<void>;
  /** The renderer, once it is loaded. */
  loaded(): T | undefined;
  /** Calls `listener` when the renderer has loaded. Returns how to unsubscribe. */
  subscribe(listener: () => void): () => void;
}

/** Keeps what `importRenderer` resolves to. */
export function createRendererLoader<T>(importRenderer: () => Promise<T>): RendererLoader<T> {
  let loaded: T | undefined;
  let loading: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  return {
    load() {
      loading ??= importRenderer().then(
        (renderer) => {
          loaded = renderer;
          for (const listener of listeners) listener();
        },
        () => {
          loading = undefined;
        },
      );
      return loading;
    },
    loaded: () => loaded,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The page's renderer. */
export const rendererLoader: RendererLoader<typeof import('./renderer.ts')> = createRendererLoader(
  () => import('./renderer.ts'),
);

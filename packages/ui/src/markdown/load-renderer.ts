import { createSubscribers } from '@threadkit/core/internal';

export interface RendererLoader<T> {
  /**
   * Loads the renderer once. Never rejects: after a failure text stays readable without formatting, and the next call
   * retries.
   */
  load(): Promise<void>;
  /** The renderer, or `undefined` until it is loaded. */
  loaded(): T | undefined;
  /** Calls `listener` when the renderer has loaded. Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** Caches the result of `importRenderer`. */
export function createRendererLoader<T>(importRenderer: () => Promise<T>): RendererLoader<T> {
  let loaded: T | undefined;
  let loading: Promise<void> | undefined;
  const subscribers = createSubscribers();
  return {
    load() {
      loading ??= importRenderer().then(
        (renderer) => {
          loaded = renderer;
          subscribers.notify();
        },
        () => {
          loading = undefined;
        },
      );
      return loading;
    },
    loaded: () => loaded,
    subscribe: subscribers.add,
  };
}

/** Shared by all texts of the page. */
export const rendererLoader: RendererLoader<typeof import('./renderer.ts')> = createRendererLoader(
  () => import('./renderer.ts'),
);

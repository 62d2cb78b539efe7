/** The subscribers of one value. */
export interface Subscribers {
  readonly size: number;
  /** Adds a subscriber. Returns a function that removes it. */
  add(onChange: () => void): () => void;
  notify(): void;
}

/** @param onSizeChange - Called when the first subscriber was added and when the last one was removed. */
export function createSubscribers(onSizeChange?: (hasSubscribers: boolean) => void): Subscribers {
  const subscribers = new Set<() => void>();
  return {
    get size() {
      return subscribers.size;
    },
    add(onChange) {
      // Wrapped, so that one function can subscribe twice and unsubscribe once.
      const subscriber = (): void => onChange();
      subscribers.add(subscriber);
      if (subscribers.size === 1) onSizeChange?.(true);
      return () => {
        if (subscribers.delete(subscriber) && subscribers.size === 0) onSizeChange?.(false);
      };
    },
    notify() {
      for (const subscriber of subscribers) subscriber();
    },
  };
}

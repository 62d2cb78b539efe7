/** The subscribers of one value, or of one event with its arguments. */
export interface Subscribers<A extends readonly unknown[] = []> {
  readonly size: number;
  /** Adds a subscriber. Returns a function that removes it. */
  add(onChange: (...args: A) => void): () => void;
  notify(...args: A): void;
}

/** @param onSizeChange - Called when the first subscriber was added and when the last one was removed. */
export function createSubscribers<A extends readonly unknown[] = []>(
  onSizeChange?: (hasSubscribers: boolean) => void,
): Subscribers<A> {
  const subscribers = new Set<(...args: A) => void>();
  return {
    get size() {
      return subscribers.size;
    },
    add(onChange) {
      // Wrapped, so that one function can subscribe twice and unsubscribe once.
      const subscriber = (...args: A): void => onChange(...args);
      subscribers.add(subscriber);
      if (subscribers.size === 1) onSizeChange?.(true);
      return () => {
        if (subscribers.delete(subscriber) && subscribers.size === 0) onSizeChange?.(false);
      };
    },
    notify(...args) {
      for (const subscriber of subscribers) subscriber(...args);
    },
  };
}

import type { Topic } from './changed-topics.ts';

/** Subscribers to every change, and subscribers to one topic. */
export interface KeyedSubscriptions {
  readonly size: number;
  /** Subscribes to a topic, or to every change. Returns the function that unsubscribes. */
  add(onChange: () => void, topic?: Topic): () => void;
  notify(topics: 'all' | ReadonlySet<Topic>): void;
}

export function createKeyedSubscriptions(): KeyedSubscriptions {
  const everything = new Set<() => void>();
  const byTopic = new Map<Topic, Set<() => void>>();
  let size = 0;

  const notifyEach = (watchers: ReadonlySet<() => void> | undefined): void => {
    for (const watcher of watchers ?? []) watcher();
  };

  return {
    get size() {
      return size;
    },
    add(onChange, topic) {
      // Wrapped, so that the same function can subscribe twice and unsubscribe once.
      const watcher = (): void => onChange();
      const watchers = topic === undefined ? everything : (byTopic.get(topic) ?? new Set());
      if (topic !== undefined) byTopic.set(topic, watchers);
      watchers.add(watcher);
      size += 1;
      return () => {
        if (!watchers.delete(watcher)) return;
        size -= 1;
        if (topic !== undefined && watchers.size === 0) byTopic.delete(topic);
      };
    },
    notify(topics) {
      notifyEach(everything);
      if (topics === 'all') for (const watchers of byTopic.values()) notifyEach(watchers);
      else for (const topic of topics) notifyEach(byTopic.get(topic));
    },
  };
}

import type { Topic } from './changed-topics.ts';

/** Watchers of everything, and watchers of one topic each. */
export interface KeyedSubscriptions {
  readonly size: number;
  /** Without a topic: hears of every change. Returns the way to stop. */
  add(onChange: () => void, topic?: Topic): () => void;
  tell(topics: 'all' | ReadonlySet<Topic>): void;
}

export function createKeyedSubscriptions(): KeyedSubscriptions {
  const everything = new Set<() => void>();
  const byTopic = new Map<Topic, Set<() => void>>();
  let size = 0;

  const tellEach = (watchers: ReadonlySet<() => void> | undefined): void => {
    for (const watcher of watchers ?? []) watcher();
  };

  return {
    get size() {
      return size;
    },
    add(onChange, topic) {
      // A wrapper of its own, so that one function may watch twice and leave once.
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
    tell(topics) {
      tellEach(everything);
      if (topics === 'all') for (const watchers of byTopic.values()) tellEach(watchers);
      else for (const topic of topics) tellEach(byTopic.get(topic));
    },
  };
}

import { createSubscribers, type Subscribers } from '@threadkit/core/internal';
import type { Topic } from './changed-topics.ts';

/** Subscribers to every change, and subscribers to one topic. */
export interface KeyedSubscriptions {
  readonly size: number;
  /** Subscribes to a topic, or to every change. Returns the function that unsubscribes. */
  add(onChange: () => void, topic?: Topic): () => void;
  notify(topics: 'all' | ReadonlySet<Topic>): void;
}

export function createKeyedSubscriptions(): KeyedSubscriptions {
  const everything = createSubscribers();
  const byTopic = new Map<Topic, Subscribers>();
  // Counted, because the view reads it whenever a subscriber reads its state.
  let size = 0;

  function subscribersOf(topic: Topic): Subscribers {
    const known = byTopic.get(topic);
    if (known) return known;
    const added = createSubscribers((hasSubscribers) => {
      if (!hasSubscribers) byTopic.delete(topic);
    });
    byTopic.set(topic, added);
    return added;
  }

  return {
    get size() {
      return size;
    },
    add(onChange, topic) {
      const remove = (topic === undefined ? everything : subscribersOf(topic)).add(onChange);
      let isAdded = true;
      size += 1;
      return () => {
        if (!isAdded) return;
        isAdded = false;
        size -= 1;
        remove();
      };
    },
    notify(topics) {
      everything.notify();
      if (topics === 'all') for (const subscribers of byTopic.values()) subscribers.notify();
      else for (const topic of topics) byTopic.get(topic)?.notify();
    },
  };
}

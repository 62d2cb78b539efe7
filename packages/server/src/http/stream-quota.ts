import { rateLimited } from './rate-limited.ts';

/** Limits the open streams of each owner. */
export interface StreamQuota {
  /** Takes a slot, or throws 429. The returned function releases the slot; further calls have no effect. */
  take(owner: string): () => void;
}

export function createStreamQuota(max: number = Number.POSITIVE_INFINITY): StreamQuota {
  const openStreams = new Map<string, number>();
  return {
    take(owner) {
      const open = openStreams.get(owner) ?? 0;
      if (open >= max) {
        throw rateLimited(`At most ${max} event streams may be open at once; close one first.`);
      }
      openStreams.set(owner, open + 1);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        const left = (openStreams.get(owner) ?? 1) - 1;
        if (left > 0) openStreams.set(owner, left);
        else openStreams.delete(owner);
      };
    },
  };
}

import { rateLimited } from './rate-limited.ts';

/** Limits the open streams of each owner. */
export class StreamQuota {
  readonly #max: number;
  readonly #open = new Map<string, number>();

  constructor(max: number = Number.POSITIVE_INFINITY) {
    this.#max = max;
  }

  /** Takes a slot, or throws 429. The returned function releases the slot; further calls have no effect. */
  take(owner: string): () => void {
    const open = this.#open.get(owner) ?? 0;
    if (open >= this.#max) {
      throw rateLimited(`At most ${this.#max} event streams may be open at once; close one first.`);
    }
    this.#open.set(owner, open + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = (this.#open.get(owner) ?? 1) - 1;
      if (left > 0) this.#open.set(owner, left);
      else this.#open.delete(owner);
    };
  }
}

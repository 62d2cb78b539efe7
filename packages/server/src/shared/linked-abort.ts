/** Aborts with other signals, or on its own. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** Must be called at the end: removes the listeners on the other signals. */
  unlink(): void;
}

/** `AbortSignal.any` without weak references, which cost more than a whole write of a run. */
export function createLinkedAbort(...others: readonly AbortSignal[]): LinkedAbort {
  const controller = new AbortController();
  const links = others.map((other) => ({ other, abort: () => controller.abort(other.reason) }));
  for (const { other, abort } of links) {
    if (other.aborted) abort();
    else other.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink() {
      for (const { other, abort } of links) other.removeEventListener('abort', abort);
    },
  };
}

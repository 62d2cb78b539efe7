const FIRST_DELAY_MS = 1000;
/** A provider that requests a longer delay is not asked again: the user decides whether to wait. */
const MAX_DELAY_MS = 60_000;
/** Part of a requested delay that is added at random, so that the runs of a server do not return all at once. */
const REQUESTED_JITTER = 0.1;

/**
 * Milliseconds until the next request: what the provider asks for and up to a tenth more, otherwise half to all of a delay that doubles
 * with each request. Undefined when the provider asks for more than a minute.
 */
export function retryDelayMs(
  { afterMs }: { readonly afterMs?: number | undefined },
  retries: number,
  random: () => number,
): number | undefined {
  if (afterMs !== undefined && afterMs > MAX_DELAY_MS) return undefined;
  if (afterMs !== undefined && afterMs > 0) return Math.round(afterMs * (1 + random() * REQUESTED_JITTER));
  const full = Math.min(FIRST_DELAY_MS * 2 ** retries, MAX_DELAY_MS);
  return Math.round(full * (1 - random() / 2));
}

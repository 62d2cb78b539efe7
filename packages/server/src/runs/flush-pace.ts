/** Minimum milliseconds between two stored batches of deltas. */
const FLUSH_MS = 50;
/** A batch of this many characters is stored without waiting. */
const FLUSH_CHARS = 1000;
/** Open objects are stored whole with each batch: above this length, batches grow in proportion to the length. */
const SHORT_CHARS = 50_000;

export interface FlushPace {
  readonly ms: number;
  readonly chars: number;
}

/** The minimum interval and batch size for a model call that has written `writtenChars` so far. */
export function flushPace(writtenChars: number): FlushPace {
  const weight = Math.max(1, writtenChars / SHORT_CHARS);
  return { ms: FLUSH_MS * weight, chars: FLUSH_CHARS * weight };
}

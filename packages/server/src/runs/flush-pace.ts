/** Deltas are stored, and so sent, at most this often. */
const FLUSH_MS = 50;
/** … or as soon as this much has come together. */
const FLUSH_CHARS = 1000;
/** What is under way is stored whole each time: beyond this length it is stored more seldom, the longer the more so. */
const SHORT_CHARS = 50_000;

export interface FlushPace {
  readonly ms: number;
  readonly chars: number;
}

/** How long, and for how many characters, pieces of a turn wait that has written `writtenChars` so far. */
export function flushPace(writtenChars: number): FlushPace {
  const weight = Math.max(1, writtenChars / SHORT_CHARS);
  return { ms: FLUSH_MS * weight, chars: FLUSH_CHARS * weight };
}

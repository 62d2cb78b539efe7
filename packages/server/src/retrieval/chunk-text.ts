import { splitSegments } from './split-segments.ts';

/** Sizes of chunks in tokens. */
export interface ChunkSizes {
  readonly maxTokens: number;
  /** Tokens that a chunk repeats of the one before. At most half of `maxTokens`. */
  readonly overlapTokens: number;
}

/** A part of a text, in UTF-16 units from `start` to before `end`. */
export interface TextChunk {
  readonly start: number;
  readonly end: number;
}

/** A segment of the text, and its tokens. */
interface Segment extends TextChunk {
  readonly tokens: number;
}

/**
 * Cuts a text into overlapping chunks, between lines, sentences and words. A chunk has at most `maxTokens`, unless a single
 * segment of `splitSegments` has more. White space alone is no chunk: undefined instead, so that a caller can pause anywhere.
 *
 * @param countTokens Called once for each segment.
 */
export function* chunkText(
  text: string,
  sizes: ChunkSizes,
  countTokens: (text: string) => number,
): Generator<TextChunk | undefined> {
  const segments = readSegments(text, countTokens);
  const read = (): Segment | undefined => segments.next().value ?? undefined;
  /** Those of the chunk, and the one after it. */
  let kept: Segment[] = [];
  let tokens = 0;
  let next = read();
  while (next) {
    do {
      kept.push(next);
      tokens += next.tokens;
      next = read();
    } while (next && tokens + next.tokens <= sizes.maxTokens);
    yield trimmed(text, kept[0]?.start ?? 0, kept.at(-1)?.end ?? 0);
    if (!next) return;
    // The next one repeats the last segments, as far as they and the segment after them fit.
    let first = kept.length;
    tokens = 0;
    while (first > 1) {
      const repeated = tokens + (kept[first - 1]?.tokens ?? 0);
      if (repeated > sizes.overlapTokens || repeated + next.tokens > sizes.maxTokens) break;
      tokens = repeated;
      first -= 1;
    }
    kept = kept.slice(first);
  }
}

function* readSegments(text: string, countTokens: (text: string) => number): Generator<Segment> {
  let start = 0;
  for (const end of splitSegments(text)) {
    yield { start, end, tokens: countTokens(text.slice(start, end)) };
    start = end;
  }
}

function trimmed(text: string, start: number, end: number): TextChunk | undefined {
  const part = text.slice(start, end);
  const leading = part.length - part.trimStart().length;
  const trailing = part.length - part.trimEnd().length;
  return leading === part.length ? undefined : { start: start + leading, end: end - trailing };
}

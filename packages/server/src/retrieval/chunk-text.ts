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

/**
 * Cuts a text into overlapping chunks, between lines, sentences and words. A chunk has at most `maxTokens`, unless a single
 * segment of `splitSegments` has more. White space alone is no chunk.
 *
 * @param countTokens Called once for each segment.
 */
export function chunkText(
  text: string,
  sizes: ChunkSizes,
  countTokens: (text: string) => number,
): readonly TextChunk[] {
  const ends = splitSegments(text);
  const startOf = (index: number): number => ends[index - 1] ?? 0;
  /** Tokens before each segment, and of the whole text. */
  const before = [0];
  for (const [index, end] of ends.entries()) {
    before.push((before[index] ?? 0) + countTokens(text.slice(startOf(index), end)));
  }
  const tokensOf = (from: number, to: number): number => (before[to] ?? 0) - (before[from] ?? 0);

  const chunks: TextChunk[] = [];
  let from = 0;
  let to = 0;
  while (to < ends.length) {
    to = Math.max(to, from) + 1;
    while (to < ends.length && tokensOf(from, to + 1) <= sizes.maxTokens) to += 1;
    const chunk = trimmed(text, startOf(from), startOf(to));
    if (chunk) chunks.push(chunk);
    // The next one repeats the last segments, as far as they and the segment after them fit.
    let next = to;
    while (
      next - 1 > from &&
      tokensOf(next - 1, to) <= sizes.overlapTokens &&
      tokensOf(next - 1, to + 1) <= sizes.maxTokens
    )
      next -= 1;
    from = next;
  }
  return chunks;
}

function trimmed(text: string, start: number, end: number): TextChunk | undefined {
  const part = text.slice(start, end);
  const leading = part.length - part.trimStart().length;
  const trailing = part.length - part.trimEnd().length;
  return leading === part.length ? undefined : { start: start + leading, end: end - trailing };
}

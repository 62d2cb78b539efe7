/** A segment ends at a line or a sentence, and at the latest here. */
const MAX_CHARS = 240;

const SENTENCE_END = /[.!?…][)"'\]»”’]*\s|[。！？][」』）]?/;

/**
 * The ends of the segments of a text, ascending: a segment is a line, or a sentence of a long line, or a part of a long sentence.
 * Segments are at most 240 UTF-16 units long, and no end is inside of a surrogate pair. The last end is the length of the text.
 */
export function* splitSegments(text: string): Generator<number> {
  let start = 0;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const lineEnd = lineBreak === -1 ? text.length : lineBreak + 1;
    if (lineEnd - start > MAX_CHARS) yield* splitLine(text, start, lineEnd);
    else yield lineEnd;
    start = lineEnd;
  }
}

function* splitLine(text: string, from: number, to: number): Generator<number> {
  let start = from;
  while (start < to) {
    // Looks no further than a segment may reach, so that the time is that of the length of the text.
    const sentence = SENTENCE_END.exec(text.slice(start, Math.min(to, start + MAX_CHARS)));
    if (sentence) start += sentence.index + sentence[0].length;
    else start = to - start <= MAX_CHARS ? to : partEnd(text, start, start + MAX_CHARS);
    yield start;
  }
}

/** After the last space before `limit`, or at it: but not between the halves of a surrogate pair. */
function partEnd(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + MAX_CHARS / 2; at -= 1) {
    if (/\s/.test(text.charAt(at - 1))) return at;
  }
  const isSplitPair =
    /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(limit));
  return isSplitPair ? limit - 1 : limit;
}

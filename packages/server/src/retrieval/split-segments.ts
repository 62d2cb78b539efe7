/** A segment ends at a line or a sentence, and at the latest here. */
const MAX_CHARS = 240;

const SENTENCE_END = /[.!?…][)"'\]»”’]*\s|[。！？][」』）]?/g;

/**
 * The ends of the segments of a text, ascending: a segment is a line, or a sentence of a long line, or a part of a long sentence.
 * Segments are at most 240 UTF-16 units long, and no end is inside of a surrogate pair. The last end is the length of the text.
 */
export function splitSegments(text: string): number[] {
  const ends: number[] = [];
  let lineStart = 0;
  while (lineStart < text.length) {
    const lineBreak = text.indexOf('\n', lineStart);
    const lineEnd = lineBreak === -1 ? text.length : lineBreak + 1;
    if (lineEnd - lineStart <= MAX_CHARS) ends.push(lineEnd);
    else addSentenceEnds(text, lineStart, lineEnd, ends);
    lineStart = lineEnd;
  }
  return ends;
}

function addSentenceEnds(text: string, from: number, to: number, ends: number[]): void {
  let start = from;
  SENTENCE_END.lastIndex = from;
  for (let match = SENTENCE_END.exec(text); match; match = SENTENCE_END.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= to) break;
    addPartEnds(text, start, end, ends);
    start = end;
  }
  addPartEnds(text, start, to, ends);
}

function addPartEnds(text: string, from: number, to: number, ends: number[]): void {
  let start = from;
  while (to - start > MAX_CHARS) {
    start = partEnd(text, start, start + MAX_CHARS);
    ends.push(start);
  }
  if (to > start) ends.push(to);
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

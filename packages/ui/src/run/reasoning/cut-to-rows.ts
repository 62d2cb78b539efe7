const ROWS = 12;
/** Characters of a row of prose, at its full width. */
const ROW_CHARS = 80;

/**
 * The beginning of a text that fills about twelve rows, up to the end of a word; the whole text if it is not longer. Decided by
 * counts of lines and characters, so that the beginning of a growing text stays the same.
 */
export function cutToRows(text: string): string {
  let rows = 0;
  let at = 0;
  let isAfterEmpty = false;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const isEmpty = end === at;
    // 0 for an empty line, which only separates paragraphs. Code shows all of several.
    const needed = isEmpty && isAfterEmpty ? 1 : Math.ceil((end - at) / ROW_CHARS);
    if (rows + needed > ROWS) return cutToWord(text, at + (ROWS - rows) * ROW_CHARS, at);
    rows += needed;
    isAfterEmpty = isEmpty;
    at = end + 1;
  }
  return text;
}

/** The text up to the last space before `end`, or up to the character at `end` if there is no space after `from`. */
function cutToWord(text: string, end: number, from: number): string {
  const space = text.lastIndexOf(' ', end);
  if (space > from) return text.slice(0, space);
  // Between the halves of a surrogate pair there is no character.
  const isInPair = /^[\uDC00-\uDFFF]/.test(text.charAt(end));
  return text.slice(0, isInPair ? end - 1 : end);
}

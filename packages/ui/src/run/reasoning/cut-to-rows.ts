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
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    // 0 for an empty line, which only separates paragraphs.
    const needed = Math.ceil((end - at) / ROW_CHARS);
    if (rows + needed > ROWS) return cutToWord(text, at + (ROWS - rows) * ROW_CHARS, at);
    rows += needed;
    at = end + 1;
  }
  return text;
}

/** The text up to the last space before `end`, or up to `end` if there is none after `from`. */
function cutToWord(text: string, end: number, from: number): string {
  const space = text.lastIndexOf(' ', end);
  return text.slice(0, space > from ? space : end);
}

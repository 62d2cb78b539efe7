/** Lines per chunk. A growing line causes layout of its chunk only, not of the whole code. */
const CHUNK_LINES = 32;

/**
 * Splits code into chunks of about 32 lines, without the line breaks between them. A chunk never ends with an empty line,
 * which a block element would collapse. A chunk depends only on the text before its end, so that growing code keeps all
 * chunks but the last.
 */
export function splitLines(code: string): readonly string[] {
  const chunks: string[] = [];
  let start = 0;
  let lines = 0;
  for (let at = 0, end = code.indexOf('\n'); end !== -1; at = end + 1, end = code.indexOf('\n', at)) {
    lines += 1;
    if (lines < CHUNK_LINES || end === at) continue;
    chunks.push(code.slice(start, end));
    start = end + 1;
    lines = 0;
  }
  if (start < code.length || chunks.length === 0) chunks.push(code.slice(start));
  return chunks;
}

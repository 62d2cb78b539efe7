/** Lines that are laid out together: a line that grows costs its own stretch and not the whole code. */
const STRETCH_LINES = 32;

/**
 * Code in stretches of about 32 lines, without the line breaks between them. A stretch never ends in an empty line,
 * which a block at its end would swallow. Follows from the text before its end alone, so that code which grows keeps
 * all stretches but its last.
 */
export function splitLines(code: string): readonly string[] {
  const stretches: string[] = [];
  let start = 0;
  let lines = 0;
  for (let at = 0, end = code.indexOf('\n'); end !== -1; at = end + 1, end = code.indexOf('\n', at)) {
    lines += 1;
    if (lines < STRETCH_LINES || end === at) continue;
    stretches.push(code.slice(start, end));
    start = end + 1;
    lines = 0;
  }
  if (start < code.length || stretches.length === 0) stretches.push(code.slice(start));
  return stretches;
}

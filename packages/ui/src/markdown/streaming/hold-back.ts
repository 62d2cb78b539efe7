/** A line without the space around it. No two parts of the pattern can take the same character: it is linear. */
const MARKERS_ONLY = /^(?:[-*+_=#>~`|:\s]*|\d{1,9}[.)]?|[-*+]\s+\[[ x]?\]?)$/i;
const TABLE_ROW = /^ {0,3}\|/;
const DELIMITER_ROW = /^[\s|:-]*$/;
/** A definition of a link, or the beginning of one: it is not shown when it is complete, so it never is. */
const DEFINITION = /^ {0,3}\[(?:[^\]^[\\][^\][\\]*(?:\](?::.*)?)?)?$/;

/**
 * The source of an open block without the lines at its end whose kind is not known yet: a line of marks only, a
 * definition, and a table's head before its delimiter row. What stands in a line is the lexer's to read.
 */
export function holdBack(source: string): string {
  const lineStart = source.lastIndexOf('\n') + 1;
  const line = source.slice(lineStart);
  if (DEFINITION.test(line) && mayDefine(source.slice(0, lineStart))) return source.slice(0, lineStart);
  const text = MARKERS_ONLY.test(line.trim()) ? source.slice(0, lineStart) : source;
  const lines = text.replace(/\n$/, '').split('\n');
  let rows = 0;
  while (rows < lines.length && TABLE_ROW.test(lines[lines.length - 1 - rows] ?? '')) rows++;
  const isHead =
    rows === 1 || (rows === 2 && DELIMITER_ROW.test(lines.at(-1) ?? '') && !source.endsWith('\n'));
  return isHead ? lines.slice(0, lines.length - rows).join('\n') : text;
}

/** A definition cannot interrupt a paragraph. */
function mayDefine(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n', before.length - 2) + 1);
  return line.trim() === '' || DEFINITION.test(line.trimEnd());
}

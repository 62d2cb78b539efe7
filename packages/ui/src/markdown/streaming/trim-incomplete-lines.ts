/** A trimmed line of block markers. Linear: no two parts of the pattern match the same character. */
const MARKERS_ONLY = /^(?:[-*+_=#>~`|:\s]*|\d{1,9}[.)]?|[-*+]\s+\[[ x]?\]?)$/i;
const TABLE_ROW = /^ {0,3}\|/;
const DELIMITER_ROW = /^[\s|:-]*$/;
/** A link definition or the beginning of one. Complete definitions are invisible, so incomplete ones are hidden too. */
const DEFINITION = /^ {0,3}\[(?:[^\]^[\\][^\][\\]*(?:\](?::.*)?)?)?$/;

/**
 * Removes the lines at the end of an open block whose kind is still undecided: a line of markers only, a link definition,
 * and a table header before its delimiter row. Incomplete inline syntax is handled by the lexer.
 */
export function trimIncompleteLines(source: string): string {
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

/** A line without the space around it. No two parts of the pattern can take the same character: it is linear. */
const MARKERS_ONLY = /^(?:[-*+_=#>~`|:\s]*|\d{1,9}[.)]?|[-*+]\s+\[[ x]?\]?)$/i;
const TABLE_ROW = /^ {0,3}\|/;
const DELIMITER_ROW = /^[\s|:-]*$/;

/**
 * Makes the end of a text that is still being written presentable: what has been opened is closed, and marks
 * whose meaning is not known yet are held back. Only for the block that is open; a closed one is never touched.
 */
export function repairOpen(source: string): string {
  return repairInline(holdBack(source));
}

/** Without a last line that consists of marks only, and without a table's head before its delimiter row. */
function holdBack(source: string): string {
  const lineStart = source.lastIndexOf('\n') + 1;
  const text = MARKERS_ONLY.test(source.slice(lineStart).trim()) ? source.slice(0, lineStart) : source;
  const lines = text.replace(/\n$/, '').split('\n');
  let rows = 0;
  while (rows < lines.length && TABLE_ROW.test(lines[lines.length - 1 - rows] ?? '')) rows++;
  const isHead =
    rows === 1 || (rows === 2 && DELIMITER_ROW.test(lines.at(-1) ?? '') && !source.endsWith('\n'));
  return isHead ? lines.slice(0, lines.length - rows).join('\n') : text;
}

interface Opened {
  readonly mark: string;
  readonly at: number;
}

/** Closes code spans and emphasis, and turns half links into their text, in the last paragraph of `source`. */
export function repairInline(source: string): string {
  const begin = Math.max(0, source.lastIndexOf('\n\n'));
  const head = source.slice(0, begin);
  // Marks at the very end may open or close: neither is known until the next character is there.
  const text = withoutLastMarks(source.slice(begin));
  const stack: Opened[] = [];
  let close = '';
  let out = text;

  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    if (mark === '\\') i++;
    else if (mark === '`') {
      const run = /^`+/.exec(text.slice(i))?.[0] ?? '';
      const end = closingRun(text, i + run.length, run.length);
      if (end === -1) {
        const empty = text.slice(i + run.length).trim() === '';
        out = empty ? text.slice(0, i) : text.replace(/`+$/, '');
        close = empty ? '' : run;
        break;
      }
      i = end + run.length - 1;
    } else if (mark === '[') stack.push({ mark: '[', at: i });
    else if (mark === ']') {
      const opened = dropUntilBracket(stack);
      if (!opened || text.charAt(i + 1) !== '(') continue;
      const end = text.indexOf(')', i);
      if (end === -1) {
        out = withoutBracket(text, opened.at).slice(0, i - (text.charAt(opened.at - 1) === '!' ? 2 : 1));
        break;
      }
      i = end;
    } else if (mark === '*' || mark === '_' || mark === '~') {
      const run = new RegExp(`^\\${mark}+`).exec(text.slice(i))?.[0] ?? mark;
      readRun(stack, run, i, text);
      i += run.length - 1;
    }
  }

  const bracket = stack.findLast((opened) => opened.mark === '[');
  if (bracket && out === text) out = withoutBracket(text, bracket.at);
  const closers = stack.filter(({ mark }) => mark !== '[').map(({ mark }) => mark);
  return `${head}${close ? out : out.trimEnd()}${close}${closers.toReversed().join('')}`;
}

/** A pattern bound to the end would be tried from every mark of the text. */
function withoutLastMarks(text: string): string {
  let end = text.length;
  while (end > 0 && '*_~'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Where a run of exactly `length` backticks begins, from `from` on. */
function closingRun(text: string, from: number, length: number): number {
  for (let i = text.indexOf('`', from); i !== -1; ) {
    let end = i;
    while (text.charAt(end) === '`') end++;
    if (end - i === length) return i;
    i = text.indexOf('`', end);
  }
  return -1;
}

/** Emphasis opened inside brackets does not reach out of them. */
function dropUntilBracket(stack: Opened[]): Opened | undefined {
  const index = stack.findLastIndex((opened) => opened.mark === '[');
  return index === -1 ? undefined : stack.splice(index)[0];
}

function withoutBracket(text: string, at: number): string {
  const from = text.charAt(at - 1) === '!' ? at - 1 : at;
  return text.slice(0, from) + text.slice(at + 1);
}

function readRun(stack: Opened[], run: string, at: number, text: string): void {
  const mark = run.charAt(0);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + run.length);
  const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);
  const intraword = isWord(before) && isWord(after);
  const canClose = before !== '' && !/\s/.test(before) && !(mark === '_' && intraword);
  const canOpen = after !== '' && !/\s/.test(after) && !(intraword && (mark === '_' || /\d/.test(before)));
  let left = run.length;
  const closes = (top: Opened | undefined): top is Opened =>
    canClose && top?.mark.charAt(0) === mark && top.mark.length <= left;
  for (let top = stack.at(-1); closes(top); top = stack.at(-1)) {
    left -= top.mark.length;
    stack.pop();
  }
  if (!canOpen || left === 0) return;
  if (mark === '~') {
    if (left >= 2) stack.push({ mark: '~~', at });
    return;
  }
  if (left % 2 === 1) stack.push({ mark, at });
  if (left >= 2) stack.push({ mark: mark + mark, at });
}

/** The undecided end of an open text, and how it is rendered until it is decided. */
export interface IncompleteTail {
  /** Opening brackets of possible links: the text after each is rendered as a label, without the bracket. */
  readonly labels: readonly number[];
  /** Where the undecided text begins; the length of the text if there is none. */
  readonly at: number;
  readonly kind: 'hidden' | 'code';
}

/** May become `<br>` or an autolink in angle brackets; any other tag is shown as text. */
const ANGLE = /^<(?:[a-z][^\s<>]*|br\s*\/?)?$/i;
/** A footnote reference is hidden until it is complete. */
const FOOTNOTE = /^\[\^[^\s[\]]{0,100}\]?$/;
const BRACKET = /[[\]]/g;
/** Longer link targets and autolinks count as literal text. */
const MAX_TARGET = 2_000;
const ENTITY = /^&(?:#\d{0,7}|#x[\da-f]{0,6}|[a-z\d]{0,8})$/i;

/**
 * Finds syntax that depends on the next characters: incomplete links, code, tags, character references, and a backslash.
 * Searches only the last line: an unclosed delimiter before it is literal.
 *
 * @param masked `source`, with a different character wherever a delimiter has no meaning.
 * @param isCut The last word may be incomplete.
 */
export function findIncompleteTail(source: string, masked: string, isCut: boolean): IncompleteTail {
  const labels: number[] = [];
  const end = (at: number, kind: IncompleteTail['kind'] = 'hidden'): IncompleteTail => ({ labels, at, kind });
  for (let i = source.lastIndexOf('\n') + 1; i < source.length; i++) {
    const char = masked.charAt(i);
    // Before the check of the mask, because an autolink may end in a character reference.
    if (isCut && source.charAt(i) === '&' && source.length - i < 10 && ENTITY.test(source.slice(i)))
      return end(i);
    if (char !== source.charAt(i)) continue;
    const isLast = isCut && i === source.length - 1;
    if (char === '[') {
      if (isCut && source.length - i < 104 && FOOTNOTE.test(source.slice(i))) return end(i);
      const unitEnd = endOfLink(source, masked, i);
      if (unitEnd === undefined) labels.push(masked.charAt(i - 1) === '!' ? i - 1 : i);
      else i = unitEnd;
    } else if (char === ']' && labels.length > 0) {
      if (isLast || isIncompleteTarget(source, i + 1)) return end(i);
      labels.pop();
    } else if (char === '`') {
      let code = i;
      while (source.charAt(code) === '`') code += 1;
      if (code === source.length) return end(i);
      return end(i, 'code');
    } else if (isLast && (char === '!' || char === '\\')) return end(i);
    else if (char === '<' && source.length - i < MAX_TARGET && ANGLE.test(source.slice(i))) return end(i);
  }
  return end(source.length);
}

/** The end of the link or reference that begins at `at`, if `masked` has it as one. */
function endOfLink(source: string, masked: string, at: number): number | undefined {
  BRACKET.lastIndex = at + 1;
  const next = BRACKET.exec(masked);
  const end = next?.index ?? 0;
  const isLink = next?.[0] === ']' && (source.charAt(end) !== ']' || source.slice(at, end).includes(']['));
  return isLink ? end : undefined;
}

/** Whether the text after a label may become a link target: `(…` or `[…` that is not closed. */
export function isIncompleteTarget(source: string, at: number): boolean {
  if (source.length - at > MAX_TARGET) return false;
  if (source.charAt(at) === '[') return !/[\][]/.test(source.slice(at + 1).replace(/\]$/, ''));
  if (source.charAt(at) !== '(') return false;
  const [target = ''] = /^[ \t]*(?:<(?:[^<>\\]|\\.)*>?|[^\s<]\S*)?/.exec(source.slice(at + 1)) ?? [];
  const rest = source.slice(at + 1 + target.length);
  if (rest === '') return target.trimStart().startsWith('<') || !isBalanced(target);
  if (/^[ \t]+$/.test(rest)) return true;
  return /^[ \t]+(?:"(?:[^"\\]|\\.)*(?:"[ \t]*|\\)?|'(?:[^'\\]|\\.)*(?:'[ \t]*|\\)?|\((?:[^)\\]|\\.)*(?:\)[ \t]*|\\)?)$/.test(
    rest,
  );
}

/** Whether an unmatched closing bracket ends the target. */
function isBalanced(target: string): boolean {
  let depth = 0;
  for (let i = 0; i < target.length; i++) {
    const char = target.charAt(i);
    if (char === '\\') i++;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth < 0) return true;
  }
  return false;
}

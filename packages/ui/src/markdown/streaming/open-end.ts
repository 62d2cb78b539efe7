/** What at the end of an open text cannot be read yet, and how it is shown until it can. */
export interface OpenEnd {
  /** Brackets of what may become links: from each the text is a label, without its bracket. */
  readonly labels: readonly number[];
  /** From here on `kind` holds; the end of the text where all of it can be read. */
  readonly at: number;
  readonly kind: 'hidden' | 'code';
}

/** May become an element `br` or an address in angle brackets; any other tag is shown as the text it is. */
const ANGLE = /^<(?:[a-z][^\s<>]*|br\s*\/?)?$/i;
/** A reference to a footnote is shown when it is complete, with its brackets. */
const FOOTNOTE = /^\[\^[^\s[\]]{0,100}\]?$/;
const BRACKET = /[[\]]/g;
/** Longer targets and addresses are not waited for. */
const WAITS_FOR = 2_000;
const ENTITY = /^&(?:#\d{0,7}|#x[\da-f]{0,6}|[a-z\d]{0,8})$/i;

/**
 * Finds what the next characters decide: half links, code without its end, half tags, half character references, and a
 * backslash. Only the last line is undecided: after its end a mark without its partner is a letter. `masked` differs from
 * `source` wherever a mark means nothing; `isCut`: the last character may go on.
 */
export function readOpenEnd(source: string, masked: string, isCut: boolean): OpenEnd {
  const labels: number[] = [];
  const end = (at: number, kind: OpenEnd['kind'] = 'hidden'): OpenEnd => ({ labels, at, kind });
  for (let i = source.lastIndexOf('\n') + 1; i < source.length; i++) {
    const char = masked.charAt(i);
    // An address may end in one too.
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
      if (isLast || isOpenTarget(source, i + 1)) return end(i);
      labels.pop();
    } else if (char === '`') {
      let code = i;
      while (source.charAt(code) === '`') code += 1;
      if (code === source.length) return end(i);
      return end(i, 'code');
    } else if (isLast && (char === '!' || char === '\\')) return end(i);
    else if (char === '<' && source.length - i < WAITS_FOR && ANGLE.test(source.slice(i))) return end(i);
  }
  return end(source.length);
}

/** Where the link or the whole reference ends that begins at `at` and is masked as one. */
function endOfLink(source: string, masked: string, at: number): number | undefined {
  BRACKET.lastIndex = at + 1;
  const next = BRACKET.exec(masked);
  const end = next?.index ?? 0;
  const isLink = next?.[0] === ']' && (source.charAt(end) !== ']' || source.slice(at, end).includes(']['));
  return isLink ? end : undefined;
}

/** Whether what stands behind a label may become the target of a link: `(…` or `[…` without its end. */
export function isOpenTarget(source: string, at: number): boolean {
  if (source.length - at > WAITS_FOR) return false;
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

/** Whether one of its brackets closes more than its others have opened: the target ended there. */
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

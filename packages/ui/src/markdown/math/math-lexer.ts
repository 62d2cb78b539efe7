import type { MarkdownExtension } from '../markdown-components.ts';

/** A formula as it was found in a text. */
export interface MathToken {
  readonly type: 'math';
  /** With its marks. */
  readonly raw: string;
  /** TeX, of an untrusted author. */
  readonly tex: string;
  /** It stands in a line of its own. */
  readonly isBlock: boolean;
}

/** `$x$`, as pandoc reads it, so that "$5 and $10" stays money: no space inside the marks, no digit behind them. */
const DOLLARS = /^\$(?![\s$])((?:\\[^\n]|[^\\\n$])*?(?:\\[^\n]|[^\\\s$]))\$(?!\d)/;
const DOUBLE_DOLLARS = /^\$\$(?!\$)((?:\\[\s\S]|[^\\$])+?)\$\$/;
const PARENTHESES = /^\\\(((?:(?!\\\))[^\n])+?)\\\)/;
// linear: each character is read in one way, from the first on
const BRACKETS = /^\\\[((?:(?!\\\])[\s\S])+?)\\\]/;
/** Nothing else stands in the line that a block ends in. */
const LINE_END = /^[ \t]*(?:\n|$)/;

/** Each mark looks for its partner so far: thousands of marks without partners take no longer than prose. */
const MAX_FORMULA = 2_000;

export function readInlineMath(source: string): MathToken | undefined {
  return (
    found(DOUBLE_DOLLARS, ['$$', '$$'], source, true) ??
    found(DOLLARS, ['$', '$'], source, false) ??
    found(PARENTHESES, ['\\(', '\\)'], source, false) ??
    found(BRACKETS, ['\\[', '\\]'], source, true)
  );
}

export function readBlockMath(source: string): MathToken | undefined {
  const token =
    found(DOUBLE_DOLLARS, ['$$', '$$'], source, true) ?? found(BRACKETS, ['\\[', '\\]'], source, true);
  if (!token) return undefined;
  const end = LINE_END.exec(source.slice(token.raw.length))?.[0];
  return end === undefined ? undefined : { ...token, raw: `${token.raw}${end}` };
}

/** A mark without its partner costs no more than a look for it. */
function found(
  pattern: RegExp,
  [begin, end]: readonly [begin: string, end: string],
  source: string,
  isBlock: boolean,
): MathToken | undefined {
  if (!source.startsWith(begin)) return undefined;
  const formula = source.slice(0, MAX_FORMULA);
  // One character is found much faster than two where the first of them stands everywhere.
  const hasEnd = formula.includes(end.slice(-1), begin.length) && formula.includes(end, begin.length);
  const [raw, tex] = (hasEnd && pattern.exec(formula)) || [];
  return raw === undefined || tex === undefined ? undefined : { type: 'math', raw, tex: tex.trim(), isBlock };
}

/** Where a formula may begin; marked asks so that words before it do not swallow it. */
function startOf(pattern: RegExp): (source: string) => number | undefined {
  return (source) => pattern.exec(source)?.index;
}

export const mathLexer: NonNullable<MarkdownExtension['lexer']> = {
  inline: [(source) => readInlineMath(source)],
  block: [(source) => readBlockMath(source)],
  startInline: [startOf(/\$|\\[([]/)],
  startBlock: [startOf(/(?<=\n)(?:\$\$|\\\[)/)],
};

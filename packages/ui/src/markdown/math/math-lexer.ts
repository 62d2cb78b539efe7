import type { MarkdownExtension } from '../markdown-components.ts';

/** A formula in a text. */
export interface MathToken {
  readonly type: 'math';
  /** The source with its delimiters. */
  readonly raw: string;
  /** Untrusted TeX. */
  readonly tex: string;
  /** A display formula. */
  readonly isBlock: boolean;
}

/** `$x$`, by pandoc's rule, so that "$5 and $10" is not a formula: no space inside the delimiters, no digit after them. */
const DOLLARS = /^\$(?![\s$])((?:\\[^\n]|[^\\\n$])*?(?:\\[^\n]|[^\\\s$]))\$(?!\d)/;
const DOUBLE_DOLLARS = /^\$\$(?!\$)((?:\\[\s\S]|[^\\$])+?)\$\$/;
const PARENTHESES = /^\\\(((?:(?!\\\))[^\n])+?)\\\)/;
// linear: each character has one alternative
const BRACKETS = /^\\\[((?:(?!\\\])[\s\S])+?)\\\]/;
/** A display formula must end its line. */
const LINE_END = /^[ \t]*(?:\n|$)/;

/** Longest formula in characters. Bounds the search for a closing delimiter, so that unclosed ones stay linear. */
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

/** Runs the pattern only if the closing delimiter exists. */
function found(
  pattern: RegExp,
  [begin, end]: readonly [begin: string, end: string],
  source: string,
  isBlock: boolean,
): MathToken | undefined {
  if (!source.startsWith(begin)) return undefined;
  const formula = source.slice(0, MAX_FORMULA);
  // Searching for one character first is much faster if the delimiter's first character is frequent.
  const hasEnd = formula.includes(end.slice(-1), begin.length) && formula.includes(end, begin.length);
  const [raw, tex] = (hasEnd && pattern.exec(formula)) || [];
  return raw === undefined || tex === undefined ? undefined : { type: 'math', raw, tex: tex.trim(), isBlock };
}

/** Where a formula may begin, so that marked ends the preceding text token there. */
function startOf(pattern: RegExp): (source: string) => number | undefined {
  return (source) => pattern.exec(source)?.index;
}

export const mathLexer: NonNullable<MarkdownExtension['lexer']> = {
  inline: [(source) => readInlineMath(source)],
  block: [(source) => readBlockMath(source)],
  startInline: [startOf(/\$|\\[([]/)],
  startBlock: [startOf(/(?<=\n)(?:\$\$|\\\[)/)],
};

// @threadkit/ui/math: what it exports. Written by `pnpm api --update`.

import { ComponentType, ReactNode } from "react";
import { MarkedOptions, Token } from "marked";
/** The part of KaTeX that is used; version 0.13 or later. */
interface Katex {
  /** Renders `tex` into `element`. @throws On invalid TeX. */
  render(tex: string, element: HTMLElement, options: Readonly<Record<string, unknown>>): void;
}
/** Props of a code block component of Markdown: `codeBlock`, or a language of an extension. */
interface MarkdownCodeProps {
  /** The text of the block, without its fences. */
  code: string;
  /** The language of the fence, `''` without one. */
  language: string;
  /** More code will follow. */
  isStreaming: boolean;
}
/** Additional syntax in markdown. Created by `math()` and `diagrams()`, or by the app. */
interface MarkdownExtension {
  /** Components for code blocks, by the language of their fence. */
  readonly languages?: Readonly<Record<string, ComponentType<MarkdownCodeProps>>> | undefined;
  /** Renders the tokens of `lexer`, by token type. */
  readonly tokens?: Readonly<Record<string, (token: Token) => ReactNode>> | undefined;
  /** Tokenizers for the additional syntax, in the format of marked's `extensions` option. */
  readonly lexer?: Pick<NonNullable<MarkedOptions['extensions']>, 'inline' | 'block' | 'startInline' | 'startBlock'> | undefined;
}
/**
 * Formulas in markdown: `$x$` and `\(x\)` inline, `$$x$$` and `\[x\]` as display formulas. Create it once, outside of
 * components, and pass it to the `extensions` of `MarkdownProvider`.
 *
 * KaTeX renders them as MathML, which needs no stylesheet and no fonts, is accessible to screen readers, and cannot link,
 * load or run anything. Invalid TeX is shown as its source.
 *
 * @param load Called for the first formula: `() => import('katex')`.
 */
declare function math(load: () => Promise<{
  readonly default: Katex;
}>): MarkdownExtension;
export { type Katex, math };
// @threadkit/ui/math: what it exports. Written by `pnpm api --update`.

import { ComponentType, ReactNode } from "react";
import { MarkedOptions, Token } from "marked";
/** As much of KaTeX as is needed; any version since 0.13. */
interface Katex {
  /** Sets `tex` into `element`. @throws On TeX that it cannot read. */
  render(tex: string, element: HTMLElement, options: Readonly<Record<string, unknown>>): void;
}
interface MarkdownCodeProps {
  code: string;
  /** As the fence names it; `''` without one. */
  language: string;
  /** More of it is to come. */
  isOpen: boolean;
}
/** What a text may have in it besides markdown. Made by `math()` and `diagrams()`, or by an app. */
interface MarkdownExtension {
  /** Components for code blocks, by the language of their fence. */
  readonly languages?: Readonly<Record<string, ComponentType<MarkdownCodeProps>>> | undefined;
  /** How tokens that `lexer` finds are rendered, by their type. */
  readonly tokens?: Readonly<Record<string, (token: Token) => ReactNode>> | undefined;
  /** Finds tokens that markdown does not know, as marked's own `extensions` option. */
  readonly lexer?: Pick<LexerExtensions, 'inline' | 'block' | 'startInline' | 'startBlock'> | undefined;
}
type LexerExtensions = NonNullable<MarkedOptions['extensions']>;
/**
 * Formulas in markdown: `$x$` and `\(x\)` in a line, `$$x$$` and `\[x\]` as blocks. Give what it returns to
 * `MarkdownProvider`, made once, outside of components.
 *
 * They are set by KaTeX as MathML, which needs no stylesheet and no fonts, is read out by screen readers, and cannot
 * link, load or run anything. What KaTeX cannot read stays as it was written.
 *
 * @param load Called with the first formula: `() => import('katex')`.
 */
declare function math(load: () => Promise<{
  readonly default: Katex;
}>): MarkdownExtension;
export { type Katex, math };
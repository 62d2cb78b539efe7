// @threadkit/ui/diagrams: what it exports. Written by `pnpm api --update`.

import { MarkedOptions, Token } from "marked";
import { ComponentType, ReactNode } from "react";
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
/** The part of mermaid that is used; version 10 or later. */
interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  /** Resolves with the source of an SVG document. Rejects if `text` is not a valid diagram. */
  render(id: string, text: string): Promise<{
    readonly svg: string;
  }>;
}
/**
 * Diagrams in markdown: code blocks of the language `mermaid` are drawn when they are complete. Create it once, outside of
 * components, and pass it to the `extensions` of `MarkdownProvider`.
 *
 * A diagram is shown as an image, so it cannot run, link or load anything. A content security policy must allow
 * `img-src data:`. Code that mermaid cannot parse stays a code block.
 *
 * @param load Called for the first diagram: `() => import('mermaid')`.
 */
declare function diagrams(load: () => Promise<{
  readonly default: Mermaid;
}>): MarkdownExtension;
export { type Mermaid, diagrams };
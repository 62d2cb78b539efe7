// @threadkit/ui/diagrams: what it exports. Written by `pnpm api --update`.

import { MarkedOptions, Token } from "marked";
import { ComponentType, ReactNode } from "react";
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
/** As much of mermaid as is needed; versions 10 and later. */
interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  /** Resolves with the diagram as the text of an SVG document. Rejects for text that is no diagram. */
  render(id: string, text: string): Promise<{
    readonly svg: string;
  }>;
}
/**
 * Diagrams in markdown: code blocks of the language `mermaid` are drawn once they are finished. Give what it returns
 * to `MarkdownProvider`, made once, outside of components.
 *
 * What is drawn becomes an image: it runs nothing, links nowhere and loads nothing, and needs `img-src data:` where a
 * content security policy is set. What mermaid cannot read stays a code block.
 *
 * @param load Called with the first diagram: `() => import('mermaid')`.
 */
declare function diagrams(load: () => Promise<{
  readonly default: Mermaid;
}>): MarkdownExtension;
export { type Mermaid, diagrams };
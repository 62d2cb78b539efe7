import type { MarkedOptions, Token } from 'marked';
import {
  type ComponentProps,
  type ComponentType,
  type Context,
  createContext,
  type ElementType,
  type ReactNode,
} from 'react';
import type { PartProps } from '../internals/render-part.tsx';

export interface MarkdownProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** The markdown. It may grow from render to render: finished blocks are not parsed again. */
  text: string;
  /** More text will follow: the end is shown as if it were complete. @defaultValue false */
  isStreaming?: boolean | undefined;
  /**
   * Components to render instead of the default elements, on top of those of a `MarkdownProvider`. Pass the same object
   * between renders, or all text is rendered again.
   */
  components?: MarkdownComponents | undefined;
}

type Tag =
  | 'a'
  | 'blockquote'
  | 'code'
  | 'del'
  | 'em'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'hr'
  | 'li'
  | 'ol'
  | 'p'
  | 'strong'
  | 'table'
  | 'ul';

export interface MarkdownCodeProps {
  code: string;
  /** As the fence names it; `''` without one. */
  language: string;
  /** More of it is to come. */
  isOpen: boolean;
}

export interface MarkdownImageProps {
  /** `http` or `https`. Whoever loads it is seen by its server: the author of the text may not be trusted. */
  src: string;
  /** May be empty. */
  alt: string;
  title: string | undefined;
}

/**
 * Own components in the place of elements. They get the element's props as they would stand on it, with children that
 * are safe: links are `http`, `https` and `mailto` only, and nothing is HTML.
 */
export type MarkdownComponents = {
  readonly [T in Tag]?: ElementType<ComponentProps<T>> | undefined;
} & {
  /** A code block with all around it. @defaultValue `CodeBlock` */
  readonly codeBlock?: ComponentType<MarkdownCodeProps> | undefined;
  /** An image. @defaultValue a link that names it, and loads nothing */
  readonly img?: ComponentType<MarkdownImageProps> | undefined;
};

/** What a text may have in it besides markdown. Made by `math()` and `diagrams()`, or by an app. */
export interface MarkdownExtension {
  /** Components for code blocks, by the language of their fence. */
  readonly languages?: Readonly<Record<string, ComponentType<MarkdownCodeProps>>> | undefined;
  /** How tokens that `lexer` finds are rendered, by their type. */
  readonly tokens?: Readonly<Record<string, (token: Token) => ReactNode>> | undefined;
  /** Finds tokens that markdown does not know, as marked's own `extensions` option. */
  readonly lexer?: Pick<LexerExtensions, 'inline' | 'block' | 'startInline' | 'startBlock'> | undefined;
}

export type LexerExtensions = NonNullable<MarkedOptions['extensions']>;

/** All of what stands around a markdown text, joined. */
export interface MarkdownScope {
  readonly components: MarkdownComponents;
  readonly languages: NonNullable<MarkdownExtension['languages']>;
  readonly tokens: NonNullable<MarkdownExtension['tokens']>;
  readonly lexer: LexerExtensions | undefined;
  /** Undefined: the kit's own, loaded on first use. */
  readonly renderer: ComponentType<MarkdownProps> | undefined;
}

export const MarkdownContext: Context<MarkdownScope> = createContext<MarkdownScope>({
  components: {},
  languages: {},
  tokens: {},
  lexer: undefined,
  renderer: undefined,
});

import type { MarkedOptions, Token } from 'marked';
import {
  type ComponentProps,
  type ComponentType,
  type Context,
  createContext,
  type ElementType,
  type ReactNode,
} from 'react';
import type { PrimitiveProps } from '../internals/render-part.tsx';

/** Props of `Markdown`. */
export interface MarkdownProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The markdown source. It may grow between renders: finished blocks are not parsed again. */
  text: string;
  /** More text will follow: incomplete syntax at the end is rendered as if it were complete. @defaultValue false */
  isStreaming?: boolean | undefined;
  /**
   * Components that replace the default elements, merged over those of `MarkdownProvider`. May be inline; define the
   * components outside, because a new component renders all text again.
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

/** Props of a code block component of Markdown: `codeBlock`, or a language of an extension. */
export interface MarkdownCodeProps {
  /** The text of the block, without its fences. */
  code: string;
  /** The language of the fence, `''` without one. */
  language: string;
  /** More code will follow. */
  isStreaming: boolean;
}

/** Props of the `img` component of Markdown. */
export interface MarkdownImageProps {
  /** `http` or `https`. Loading it discloses the reader to its server, and the author of the text is untrusted. */
  src: string;
  /** May be empty. */
  alt: string;
  /** The title of the image in the markdown; `undefined` without one. */
  title: string | undefined;
}

/**
 * Components that replace elements. They receive the props of the element, with safe values: links are `http`, `https`
 * and `mailto` only, and children contain no HTML.
 */
export type MarkdownComponents = {
  readonly [T in Tag]?: ElementType<ComponentProps<T>> | undefined;
} & {
  /** A code block with its header. @defaultValue `CodeBlock` */
  readonly codeBlock?: ComponentType<MarkdownCodeProps> | undefined;
  /** An image. @defaultValue a link with the image's name, which loads nothing */
  readonly img?: ComponentType<MarkdownImageProps> | undefined;
};

/** Additional syntax in markdown. Created by `math()` and `diagrams()`, or by the app. */
export interface MarkdownExtension {
  /** Components for code blocks, by the language of their fence. */
  readonly languages?: Readonly<Record<string, ComponentType<MarkdownCodeProps>>> | undefined;
  /** Renders the tokens of `lexer`, by token type. */
  readonly tokens?: Readonly<Record<string, (token: Token) => ReactNode>> | undefined;
  /** Tokenizers for the additional syntax, in the format of marked's `extensions` option. */
  readonly lexer?:
    | Pick<NonNullable<MarkedOptions['extensions']>, 'inline' | 'block' | 'startInline' | 'startBlock'>
    | undefined;
}

export type LexerExtensions = NonNullable<MarkedOptions['extensions']>;

/** The merged settings of all enclosing providers. */
export interface MarkdownContextValue {
  readonly components: MarkdownComponents;
  readonly languages: NonNullable<MarkdownExtension['languages']>;
  readonly tokens: NonNullable<MarkdownExtension['tokens']>;
  readonly lexer: LexerExtensions | undefined;
  /** `undefined`: the built-in renderer, loaded on first use. */
  readonly renderer: ComponentType<MarkdownProps> | undefined;
}

export const MarkdownContext: Context<MarkdownContextValue> = createContext<MarkdownContextValue>({
  components: {},
  languages: {},
  tokens: {},
  lexer: undefined,
  renderer: undefined,
});

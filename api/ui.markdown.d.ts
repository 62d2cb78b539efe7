// @threadkit/ui/markdown: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ComponentType, ElementType, ReactNode } from "react";
import "marked";
/** The elements that parts render. */
type PrimitiveTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: all native props, and `asChild` to render the only child instead. */
type PrimitiveProps<T extends PrimitiveTag> = ComponentProps<T> & {
  /** Passes the part's attributes, handlers and ref to its only child instead of rendering an element. */
  asChild?: boolean | undefined;
};
/** Props of `Markdown`. */
interface MarkdownProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
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
type Tag = 'a' | 'blockquote' | 'code' | 'del' | 'em' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'hr' | 'li' | 'ol' | 'p' | 'strong' | 'table' | 'ul';
/** Props of a code block component of Markdown: `codeBlock`, or a language of an extension. */
interface MarkdownCodeProps {
  /** The text of the block, without its fences. */
  code: string;
  /** The language of the fence, `''` without one. */
  language: string;
  /** More code will follow. */
  isStreaming: boolean;
}
/** Props of the `img` component of Markdown. */
interface MarkdownImageProps {
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
type MarkdownComponents = { readonly [T in Tag]?: ElementType<ComponentProps<T>> | undefined; } & {
  /** A code block with its header. @defaultValue `CodeBlock` */
  readonly codeBlock?: ComponentType<MarkdownCodeProps> | undefined;
  /** An image. @defaultValue a link with the image's name, which loads nothing */
  readonly img?: ComponentType<MarkdownImageProps> | undefined;
};
/**
 * Renders untrusted markdown as elements, with the parser in the same bundle. Renders a `<div>`.
 *
 * GitHub-flavored Markdown. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links.
 */
declare function Markdown({ text, isStreaming, components: ownComponents, ...props }: MarkdownProps): ReactNode;
export { Markdown, type MarkdownProps };
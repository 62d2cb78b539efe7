// @threadkit/ui/markdown: what it exports. Written by `pnpm api --update`.

import { ComponentProps, ComponentType, ElementType, ReactNode } from "react";
import "marked";
/** The elements that parts render. */
type PartTag = 'article' | 'button' | 'dd' | 'div' | 'dl' | 'dt' | 'form' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'textarea' | 'time' | 'ul';
/** Props of a part that renders `T`: every native one, and `asChild` to render the only child instead. */
type PartProps<T extends PartTag> = ComponentProps<T> & {
  /** Puts the part's attributes, handlers and ref on its only child instead of an element of its own. */
  asChild?: boolean | undefined;
};
interface MarkdownProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
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
type Tag = 'a' | 'blockquote' | 'code' | 'del' | 'em' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'hr' | 'li' | 'ol' | 'p' | 'strong' | 'table' | 'ul';
interface MarkdownCodeProps {
  code: string;
  /** As the fence names it; `''` without one. */
  language: string;
  /** More of it is to come. */
  isOpen: boolean;
}
interface MarkdownImageProps {
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
type MarkdownComponents = { readonly [T in Tag]?: ElementType<ComponentProps<T>> | undefined; } & {
  /** A code block with all around it. @defaultValue `CodeBlock` */
  readonly codeBlock?: ComponentType<MarkdownCodeProps> | undefined;
  /** An image. @defaultValue a link that names it, and loads nothing */
  readonly img?: ComponentType<MarkdownImageProps> | undefined;
};
/**
 * Renders markdown of an untrusted author as elements, with the parser in the same bundle. Renders a `<div>`.
 *
 * GitHub's flavour. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links.
 */
declare function Markdown({ text, isStreaming, components, ...props }: MarkdownProps): ReactNode;
export { Markdown, type MarkdownProps };
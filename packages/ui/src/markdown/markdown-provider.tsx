'use client';

import { type ComponentType, type ReactNode, useContext, useMemo } from 'react';
import {
  type LexerExtensions,
  type MarkdownComponents,
  MarkdownContext,
  type MarkdownExtension,
  type MarkdownProps,
  type MarkdownScope,
} from './markdown-components.ts';

export interface MarkdownProviderProps {
  /** Own components in the place of elements. The same object between renders, or every text is rendered again. */
  components?: MarkdownComponents | undefined;
  /** What texts may have in them besides markdown. The same list between renders. */
  extensions?: readonly MarkdownExtension[] | undefined;
  /**
   * Renders each markdown text. Pass `Markdown` of `@threadkit/ui/markdown` to have the parser in the page's own bundle,
   * so that text is formatted in the first render and on a server.
   * @defaultValue the kit's own, loaded when the first text is shown; until then the text is shown without its marks
   */
  renderer?: ComponentType<MarkdownProps> | undefined;
  children?: ReactNode;
}

/**
 * Says how all markdown below it looks, and what it can do besides: around a `Chat`, or around parts. Inside another
 * one it adds to what that says.
 */
export function MarkdownProvider({
  components,
  extensions,
  renderer,
  children,
}: MarkdownProviderProps): ReactNode {
  const outer = useContext(MarkdownContext);
  const scope = useMemo(
    () => join(outer, components, extensions, renderer),
    [outer, components, extensions, renderer],
  );
  return <MarkdownContext value={scope}>{children}</MarkdownContext>;
}

function join(
  outer: MarkdownScope,
  components: MarkdownComponents | undefined,
  extensions: readonly MarkdownExtension[] = [],
  renderer: ComponentType<MarkdownProps> | undefined = outer.renderer,
): MarkdownScope {
  return {
    components: { ...outer.components, ...components },
    languages: Object.assign({}, outer.languages, ...extensions.map(({ languages }) => languages)),
    tokens: Object.assign({}, outer.tokens, ...extensions.map(({ tokens }) => tokens)),
    lexer: extensions.reduce(joinLexers, outer.lexer),
    renderer,
  };
}

function joinLexers(
  before: LexerExtensions | undefined,
  { lexer }: MarkdownExtension,
): LexerExtensions | undefined {
  if (!lexer) return before;
  return {
    renderers: {},
    childTokens: {},
    inline: [...(before?.inline ?? []), ...(lexer.inline ?? [])],
    block: [...(before?.block ?? []), ...(lexer.block ?? [])],
    startInline: [...(before?.startInline ?? []), ...(lexer.startInline ?? [])],
    startBlock: [...(before?.startBlock ?? []), ...(lexer.startBlock ?? [])],
  };
}

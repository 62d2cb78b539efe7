'use client';

import { useShallowStable } from '@threadkit/react/internal';
import { type ComponentType, type ReactNode, useContext, useMemo } from 'react';
import {
  type LexerExtensions,
  type MarkdownComponents,
  MarkdownContext,
  type MarkdownContextValue,
  type MarkdownExtension,
  type MarkdownProps,
} from './markdown-components.ts';

/** Props of `MarkdownProvider`. */
export interface MarkdownProviderProps {
  /**
   * Components that replace elements. May be inline; define the components outside, because a new component renders all
   * text again.
   */
  components?: MarkdownComponents | undefined;
  /** Additional syntax in markdown. The array may be inline; create its extensions outside of the component. */
  extensions?: readonly MarkdownExtension[] | undefined;
  /**
   * Renders each markdown text. Pass `Markdown` of `@threadkit/ui/markdown` to include the parser in the page's own
   * bundle, so that text is formatted in the first render and during server rendering.
   * @defaultValue the built-in renderer, loaded with the first text; until then text is shown without its markdown syntax
   */
  renderer?: ComponentType<MarkdownProps> | undefined;
  /** The parts whose markdown is configured. */
  children?: ReactNode;
}

/**
 * Configures all markdown below it, around a `Chat` or around parts. Nested providers are merged; the inner one takes
 * precedence.
 */
export function MarkdownProvider({ renderer, children, ...props }: MarkdownProviderProps): ReactNode {
  const components = useShallowStable(props.components);
  const extensions = useShallowStable(props.extensions);
  const outer = useContext(MarkdownContext);
  const contextValue = useMemo(
    () => join(outer, components, extensions, renderer),
    [outer, components, extensions, renderer],
  );
  return <MarkdownContext value={contextValue}>{children}</MarkdownContext>;
}

function join(
  outer: MarkdownContextValue,
  components: MarkdownComponents | undefined,
  extensions: readonly MarkdownExtension[] = [],
  renderer: ComponentType<MarkdownProps> | undefined = outer.renderer,
): MarkdownContextValue {
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

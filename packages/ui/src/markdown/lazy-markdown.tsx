'use client';

import { type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { renderPart } from '../internals/render-part.tsx';
import { rendererLoader } from './load-renderer.ts';
import { MarkdownContext, type MarkdownProps } from './markdown-components.ts';
import { CitationText } from './render/citation-text.tsx';
import { stripMarkdown } from './streaming/strip-markdown.ts';

/** Starts to load the renderer before the first text is shown, unless the app provides its own. */
export function usePreloadedMarkdown(): void {
  const { renderer } = useContext(MarkdownContext);
  useEffect(() => {
    if (!renderer) void rendererLoader.load();
  }, [renderer]);
}

/**
 * Renders untrusted markdown as elements. Renders a `<div>`.
 *
 * GitHub-flavored Markdown. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links. The
 * parser is loaded on first use; until then, and during server rendering, the text is shown without its markdown syntax.
 * `MarkdownProvider` accepts another `renderer`, such as `Markdown` of `@threadkit/ui/markdown`, which is part of the
 * page's own bundle.
 */
export function LazyMarkdown({ components, ...props }: MarkdownProps): ReactNode {
  const { renderer } = useContext(MarkdownContext);
  const loaded = useSyncExternalStore(rendererLoader.subscribe, rendererLoader.loaded, getServerSnapshot);
  usePreloadedMarkdown();
  const Renderer = renderer ?? loaded?.Markdown;
  return Renderer ? <Renderer components={components} {...props} /> : <UnformattedMarkdown {...props} />;
}

/** The text without its markdown syntax, shown until the parser is loaded. */
export function UnformattedMarkdown({
  text,
  isStreaming = false,
  ...props
}: Omit<MarkdownProps, 'components'>): ReactNode {
  return renderPart(
    'div',
    'markdown',
    { ...props, children: <CitationText text={stripMarkdown(text)} /> },
    { streaming: isStreaming, loading: true },
  );
}

const getServerSnapshot = (): undefined => undefined;

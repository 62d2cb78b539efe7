'use client';

import { type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { renderPart } from '../internals/render-part.tsx';
import { rendererLoader } from './load-renderer.ts';
import { MarkdownContext, type MarkdownProps } from './markdown-components.ts';
import { MarkedText } from './render/marked-text.tsx';
import { stripMarks } from './streaming/strip-marks.ts';

/** Loads the renderer before the first text is shown, unless the app has brought its own. */
export function usePreloadedMarkdown(): void {
  const { renderer } = useContext(MarkdownContext);
  useEffect(() => {
    if (!renderer) void rendererLoader.load();
  }, [renderer]);
}

/**
 * Renders markdown of an untrusted author as elements. Renders a `<div>`.
 *
 * GitHub's flavour. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links. The parser
 * is loaded on first use; until then, and on a server, the text is shown without its marks. `MarkdownProvider` takes
 * another `renderer`, such as `Markdown` of `@threadkit/ui/markdown`, which is part of the page's own bundle.
 */
export function LazyMarkdown({ components, ...props }: MarkdownProps): ReactNode {
  const { renderer } = useContext(MarkdownContext);
  const loaded = useSyncExternalStore(rendererLoader.subscribe, rendererLoader.loaded, nothingOnServer);
  usePreloadedMarkdown();
  const Renderer = renderer ?? loaded?.Markdown;
  return Renderer ? <Renderer components={components} {...props} /> : <UnformattedMarkdown {...props} />;
}

/** The text without its marks and elements: what is shown until the parser is loaded. */
export function UnformattedMarkdown({
  text,
  isStreaming = false,
  ...props
}: Omit<MarkdownProps, 'components'>): ReactNode {
  return renderPart(
    'div',
    'markdown',
    { ...props, children: <MarkedText text={stripMarks(text)} /> },
    { streaming: isStreaming, loading: true },
  );
}

const nothingOnServer = (): undefined => undefined;

'use client';

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { CodeBlock } from '../code-block/code-block.tsx';
import type { MarkdownCodeProps, MarkdownExtension } from '../markdown-components.ts';
import { createDiagram } from './diagram.tsx';
import { createDrawer, type Mermaid } from './draw-diagram.ts';

/**
 * Diagrams in markdown: code blocks of the language `mermaid` are drawn when they are complete. Create it once, outside of
 * components, and pass it to the `extensions` of `MarkdownProvider`.
 *
 * A diagram is shown as an image, so it cannot run, link or load anything. A content security policy must allow
 * `img-src data:`. Code that mermaid cannot parse stays a code block.
 *
 * @param load Called for the first diagram: `() => import('mermaid')`.
 */
export function diagrams(load: () => Promise<{ readonly default: Mermaid }>): MarkdownExtension {
  const Diagram = lazy(
    (): Promise<{ default: ComponentType<MarkdownCodeProps> }> =>
      load().then(
        ({ default: mermaid }) => ({ default: createDiagram(createDrawer(mermaid)) }),
        () => ({ default: DiagramSource }),
      ),
  );
  function MermaidBlock(props: MarkdownCodeProps): ReactNode {
    if (props.isStreaming) return <DiagramSource {...props} />;
    return (
      <Suspense fallback={<DiagramSource {...props} />}>
        <Diagram {...props} />
      </Suspense>
    );
  }
  return { languages: { mermaid: MermaidBlock } };
}

function DiagramSource({ code, language }: MarkdownCodeProps): ReactNode {
  return <CodeBlock code={code} language={language} />;
}

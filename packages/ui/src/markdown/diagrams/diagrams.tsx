'use client';

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { CodeBlock } from '../code-block/code-block.tsx';
import type { MarkdownCodeProps, MarkdownExtension } from '../markdown-components.ts';
import { createDiagram } from './diagram.tsx';
import { createDrawer, type Mermaid } from './draw-diagram.ts';

/**
 * Diagrams in markdown: code blocks of the language `mermaid` are drawn once they are finished. Give what it returns
 * to `MarkdownProvider`, made once, outside of components.
 *
 * What is drawn becomes an image: it runs nothing, links nowhere and loads nothing, and needs `img-src data:` where a
 * content security policy is set. What mermaid cannot read stays a code block.
 *
 * @param load Called with the first diagram: `() => import('mermaid')`.
 */
export function diagrams(load: () => Promise<{ readonly default: Mermaid }>): MarkdownExtension {
  const Diagram = lazy(
    (): Promise<{ default: ComponentType<MarkdownCodeProps> }> =>
      load().then(
        ({ default: mermaid }) => ({ default: createDiagram(createDrawer(mermaid)) }),
        () => ({ default: Undrawn }),
      ),
  );
  function MermaidBlock(props: MarkdownCodeProps): ReactNode {
    if (props.isOpen) return <Undrawn {...props} />;
    return (
      <Suspense fallback={<Undrawn {...props} />}>
        <Diagram {...props} />
      </Suspense>
    );
  }
  return { languages: { mermaid: MermaidBlock } };
}

function Undrawn({ code, language }: MarkdownCodeProps): ReactNode {
  return <CodeBlock code={code} language={language} />;
}

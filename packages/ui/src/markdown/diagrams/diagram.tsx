'use client';

import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { matchesMedia } from '../../internals/matches-media.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { CodeBlock } from '../code-block/code-block.tsx';
import type { MarkdownCodeProps } from '../markdown-components.ts';
import type { createDrawer, DiagramTheme, DrawnDiagram } from './draw-diagram.ts';

interface Drawn {
  readonly code: string;
  readonly image: DrawnDiagram;
}

/** A diagram drawn by `draw`, with its code behind a button. */
export function createDiagram(draw: ReturnType<typeof createDrawer>): ComponentType<MarkdownCodeProps> {
  return function Diagram({ code, language }: MarkdownCodeProps): ReactNode {
    const strings = useStrings().markdown;
    const [drawn, setDrawn] = useState<Drawn>();
    const [showsCode, setShowsCode] = useState(false);
    // mermaid draws asynchronously, in the color scheme of the element.
    const ref = useCallback(
      (element: HTMLElement | null) => {
        if (!element) return;
        let isMounted = true;
        void draw(code, themeOf(element)).then(
          (image) => isMounted && setDrawn({ code, image }),
          // Not a diagram: the code block stays.
          () => undefined,
        );
        return () => {
          isMounted = false;
        };
      },
      [code],
    );
    const image = drawn?.code === code ? drawn.image : undefined;
    return (
      <div ref={ref} data-slot="diagram">
        {image && (
          <>
            <img data-slot="diagram-image" alt={strings.diagram} {...image} />
            <Button variant="quiet" aria-expanded={showsCode} onClick={() => setShowsCode(!showsCode)}>
              {strings.code}
            </Button>
          </>
        )}
        {(!image || showsCode) && <CodeBlock code={code} language={language} />}
      </div>
    );
  };
}

function themeOf(element: HTMLElement): DiagramTheme {
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme === 'dark' || scheme === 'light') return scheme;
  return matchesMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
}

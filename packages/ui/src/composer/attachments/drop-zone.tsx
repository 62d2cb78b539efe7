'use client';

import { type ReactNode, useState } from 'react';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useAttachmentsContext } from './attachments-context.ts';
import { useFileDrop } from './use-file-drop.ts';

/**
 * Attaches files that are dropped on or pasted into the thread, or the composer if it is not in a thread. Renders a
 * `<div>`, hidden unless files are dragged over it.
 */
export function DropZone(props: Omit<PrimitiveProps<'div'>, 'children' | 'ref' | 'asChild'>): ReactNode {
  const strings = useFileStrings();
  const { add } = useAttachmentsContext('Attachments.DropZone');
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const isOver = useFileDrop(target, add);
  return renderPart('div', 'attachments-drop', {
    hidden: !isOver,
    ...props,
    ref: (element: HTMLDivElement | null) =>
      setTarget(
        element?.closest<HTMLElement>('[data-slot="thread"]') ??
          element?.closest<HTMLElement>('[data-slot="composer"]') ??
          null,
      ),
    children: strings.drop,
  });
}

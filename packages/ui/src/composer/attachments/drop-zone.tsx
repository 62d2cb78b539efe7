'use client';

import { type ReactNode, useState } from 'react';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useAttachmentsScope } from './attachments-context.ts';
import { useFileDrop } from './use-file-drop.ts';

/**
 * Takes what is dropped on the thread or pasted into it, or on the composer where it stands alone. Says so while
 * files are held above. Renders a `<div>`, hidden until then.
 */
export function DropZone(props: Omit<PartProps<'div'>, 'children' | 'ref' | 'asChild'>): ReactNode {
  const strings = useFileStrings();
  const { add } = useAttachmentsScope('Attachments.DropZone');
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

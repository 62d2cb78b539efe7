'use client';

import type { ComponentProps, ReactNode } from 'react';
import { ChevronIcon } from '../../internals/icons/icons.tsx';

/** A native `<select>` in the kit's style. */
export function EditorSelect({ children, ...props }: ComponentProps<'select'>): ReactNode {
  return (
    <span data-slot="editor-select">
      <select {...props}>{children}</select>
      <ChevronIcon />
    </span>
  );
}

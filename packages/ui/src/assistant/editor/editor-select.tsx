'use client';

import type { ComponentProps, ReactNode } from 'react';
import { ChevronIcon } from '../../internals/icons/icons.tsx';

/** A native choice in the kit's looks. */
export function EditorSelect({ children, ...props }: ComponentProps<'select'>): ReactNode {
  return (
    <span data-slot="editor-select">
      <select {...props}>{children}</select>
      <ChevronIcon />
    </span>
  );
}

'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { CheckIcon, CopyIcon } from './icons/icons.tsx';
import { useCopy } from './use-copy.ts';

export interface CopyButtonProps extends Omit<ButtonProps, 'variant'> {
  /** A function is called on press, to copy the complete text if it still grows. */
  text: string | (() => string);
  /** Labels before and after copying. */
  labels: { readonly copy: string; readonly copied: string };
}

/** Icon button that copies a text to the clipboard. Renders a `<button>`. */
export function CopyButton({ text, labels, ...props }: CopyButtonProps): ReactNode {
  const { copied, copy } = useCopy();
  const label = copied ? labels.copied : labels.copy;
  return (
    <Button
      variant="icon"
      aria-label={label}
      title={label}
      data-copied={copied ? '' : undefined}
      onClick={() => copy(typeof text === 'string' ? text : text())}
      {...props}
    >
      {copied ? <CheckIcon /> : <CopyIcon />}
    </Button>
  );
}

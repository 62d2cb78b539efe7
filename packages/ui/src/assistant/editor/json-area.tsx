'use client';

import type { ReactNode } from 'react';
import type { ControlProps } from './editor-field.tsx';

interface JsonAreaProps extends Partial<ControlProps> {
  value: string;
  autoFocus?: boolean | undefined;
  onChange: (text: string) => void;
}

/** A textarea for JSON: monospaced, left to right, without spell checking. */
export function JsonArea({ onChange, ...props }: JsonAreaProps): ReactNode {
  return (
    <textarea
      {...props}
      data-size="code"
      dir="ltr"
      rows={6}
      autoCapitalize="off"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

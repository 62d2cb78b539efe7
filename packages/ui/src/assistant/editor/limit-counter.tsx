'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useAllStrings } from '../../locales/use-all-strings.ts';

/** A text's length and how long it may be. */
export interface Used {
  readonly length: number;
  readonly max: number;
}

/** Nine tenths are used: before that nobody needs to know. */
export function isNearLimit({ length, max }: Used): boolean {
  return length > max * 0.9;
}

/** How many characters still fit, or how many do not. */
export function LimitCounter({ length, max }: Used): ReactNode {
  const strings = useAllStrings();
  const isOver = length > max;
  const count = Math.abs(max - length);
  const formatted = formatCount(count, strings.locale);
  const { left, over } = strings.assistantEditor;
  return (
    <span data-slot="editor-counter" data-over={isOver ? '' : undefined}>
      {isOver ? over(count, formatted) : left(count, formatted)}
    </span>
  );
}

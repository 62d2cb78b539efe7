'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useAllStrings } from '../../locales/list-strings.ts';

/** Length of a text and its limit. */
export interface Used {
  readonly length: number;
  readonly max: number;
}

/** Whether at least nine tenths of the limit are used. */
export function isNearLimit({ length, max }: Used): boolean {
  return length > max * 0.9;
}

/** The number of remaining or excess characters. */
export function LimitCounter({ length, max }: Used): ReactNode {
  const strings = useAllStrings();
  const isOver = length > max;
  const count = Math.abs(max - length);
  const formatted = formatCount(count, strings.languageTag);
  const { left, over } = strings.assistantEditor;
  return (
    <span data-slot="editor-counter" data-over={isOver ? '' : undefined}>
      {isOver ? over(count, formatted) : left(count, formatted)}
    </span>
  );
}

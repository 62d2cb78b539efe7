'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useWords } from '../../locales/locale-provider.tsx';
import { useFold } from './use-fold.tsx';

/** Short things, a line each. Longer than twelve, it folds. */
export function OutputList({ items }: { items: readonly string[] }): ReactNode {
  const words = useWords();
  const all = words.tool.showAllRows(formatCount(items.length, words.locale));
  const fold = useFold(items, (open) => (open ? words.markdown.showLess : all));
  return (
    <>
      <ul id={fold.id} data-slot="output-list">
        {fold.shown.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- items of an output keep their places
          <li key={index} data-slot="output-list-item">
            {item}
          </li>
        ))}
      </ul>
      {fold.toggle}
    </>
  );
}

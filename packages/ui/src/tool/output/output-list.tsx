'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useFold } from './use-fold.tsx';

/** Short things, a line each. Longer than twelve, it folds. */
export function OutputList({ items }: { items: readonly string[] }): ReactNode {
  const strings = useStrings();
  const all = strings.tool.showAllRows(formatCount(items.length, strings.locale));
  const fold = useFold(items, (open) => (open ? strings.markdown.showLess : all));
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

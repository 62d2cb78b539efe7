'use client';

import type { ReactNode } from 'react';
import { formatCount } from '../../internals/format.ts';
import { useShowMore } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { useToolDetailStrings } from '../../locales/tool-detail-strings.ts';

/** Props of `OutputList`. */
export interface OutputListProps {
  /** The entries, first to last. */
  items: readonly string[];
}

/** A list of short values. Renders a `<ul>`, and a button that shows all values if there are more than twelve. */
export function OutputList({ items }: OutputListProps): ReactNode {
  const strings = useStrings();
  const detailStrings = useToolDetailStrings();
  const all = detailStrings.showAllRows(formatCount(items.length, strings.languageTag));
  const list = useShowMore(items, all);
  return (
    <>
      <ul id={list.id} data-slot="output-list">
        {list.shown.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- items of an output keep their positions
          <li key={index} data-slot="output-list-item">
            {item}
          </li>
        ))}
      </ul>
      {list.toggle}
    </>
  );
}

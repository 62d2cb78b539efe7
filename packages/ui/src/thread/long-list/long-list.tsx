'use client';

import { type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import {
  type GroupedRows,
  groupRows,
  indexGroups,
  type LongListRow,
  lastSection,
  NO_ROWS,
} from './group-rows.ts';
import { type BranchProps, LongListContext, type LongListContextValue, PageRows } from './row-tree.tsx';
import type { TextRow } from './text-rows.tsx';
import { trackViewport, type ViewportTracker } from './track-viewport.ts';
import { createRenderedKeys, type RenderedKeys } from './viewport.ts';

/** Props of `LongList`. */
export interface LongListProps<T extends LongListRow>
  extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** First to last. Keep the reference while no row is added or removed. */
  rows: readonly T[];
  /** Renders a row that is near the viewport. */
  renderRow: (row: T, index: number) => ReactNode;
  /** Returns a row as plain text, for rows far from the viewport. Called once per row; must not change. */
  getTextRow: (row: T) => TextRow;
}

/**
 * A long list that renders only the rows near the viewport. The others are plain text in the document, under
 * `content-visibility: auto`, so that find in page, selections, screen readers and print reach all of them. Renders a
 * `<div>`; scrolls with the scrolling element around it.
 *
 * A row in use (open, selected, focused, `data-live`) stays rendered wherever it is.
 */
export function LongList<T extends LongListRow>({
  rows,
  renderRow,
  getTextRow,
  ref,
  ...props
}: LongListProps<T>): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const tracker = useRef<ViewportTracker>(undefined);
  const [renderedKeys] = useState(createRenderedKeys);
  const { list, pages } = useGroupedRows(rows, renderedKeys);
  // The end is rendered first. The text rows follow in a deferred render, which input interrupts.
  const isFilled = useDeferredValue<object | null>(list, null) === list;
  const shown = isFilled ? pages : lastSection(pages);

  // Track scrolling, selection and input of the document.
  useEffect(() => {
    if (!root.current) return;
    tracker.current = trackViewport(root.current, renderedKeys);
    return () => tracker.current?.stop();
  }, [renderedKeys]);
  // Update the tracker after rows were added or removed.
  // oxlint-disable-next-line react/exhaustive-deps -- runs when the rows change, and reads them from the DOM
  useLayoutEffect(() => tracker.current?.refresh(), [shown]);

  const contextValue: LongListContextValue = {
    renderRow: renderRow as LongListContextValue['renderRow'],
    startOf: indexGroups(pages),
  };
  return (
    <LongListContext value={contextValue}>
      {renderPart(
        'div',
        'long-list',
        {
          ...props,
          ref: useMergedRefs<HTMLDivElement>(root, ref),
          children: shown.map((page) => (
            <PageRows
              key={page.key}
              page={page}
              renderedKeys={renderedKeys}
              getTextRow={getTextRow as BranchProps['getTextRow']}
            />
          )),
        },
        { 'scroll-anchor': 'list' },
      )}
    </LongListContext>
  );
}

/** Groups the rows while rendering. Groups added at the end are rendered at once. */
function useGroupedRows<T extends LongListRow>(
  rows: readonly T[],
  renderedKeys: RenderedKeys,
): GroupedRows<T> {
  const [grouped, setGrouped] = useState<GroupedRows<T>>(NO_ROWS);
  if (grouped.rows === rows) return grouped;
  const next = groupRows(grouped, rows);
  // No group has been rendered with these keys yet, so adding them again has no effect.
  renderedKeys.begin(next.keysAtEnd);
  setGrouped(next.grouped);
  return next.grouped;
}

import { createContext, Fragment, memo, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import type { LongListRow, RowGroup, RowPage, RowSection } from './group-rows.ts';
import { type TextRow, TextRows } from './text-rows.tsx';
import type { RenderedKeys } from './viewport.ts';

/** Estimated height of a row before its first layout, in CSS pixels. */
const ROW_PX = 170;

export interface LongListContextValue {
  readonly renderRow: (row: LongListRow, index: number) => ReactNode;
  readonly startOf: (groupKey: string) => number;
}

export const LongListContext = createContext<LongListContextValue | undefined>(undefined);

export interface BranchProps {
  renderedKeys: RenderedKeys;
  getTextRow: (row: LongListRow) => TextRow;
}

export const PageRows = memo(function PageRows({
  page,
  ...branch
}: BranchProps & { page: RowPage<LongListRow> }): ReactNode {
  return (
    <SkippableBlock dataSlot="long-list-page" groups={page.items.flatMap(({ items }) => items)} {...branch}>
      {page.items.map((section) => (
        <SectionRows key={section.key} section={section} {...branch} />
      ))}
    </SkippableBlock>
  );
});

const SectionRows = memo(function SectionRows({
  section,
  ...branch
}: BranchProps & { section: RowSection<LongListRow> }): ReactNode {
  return (
    <SkippableBlock dataSlot="long-list-section" groups={section.items} {...branch}>
      {section.items.map((group) => (
        <GroupRows key={group.key} group={group} {...branch} />
      ))}
    </SkippableBlock>
  );
});

interface SkippableBlockProps {
  dataSlot: 'long-list-page' | 'long-list-section';
  groups: readonly RowGroup<LongListRow>[];
  renderedKeys: RenderedKeys;
  children: ReactNode;
}

/** An element that the browser skips while all of its rows are text (`data-text`). */
function SkippableBlock({ dataSlot, groups, renderedKeys, children }: SkippableBlockProps): ReactNode {
  const isRendered = useIsRendered(renderedKeys, () => groups.some(({ key }) => renderedKeys.has(key)));
  return (
    <div
      ref={useIntrinsicSize(() => groups.reduce((sum, { items }) => sum + items.length, 0))}
      data-slot={dataSlot}
      data-scroll-anchor="list"
      data-text={isRendered ? undefined : ''}
    >
      {children}
    </div>
  );
}

/**
 * A ref that sets the estimated height of an element before its first layout; afterwards the browser remembers its
 * height. Set once: a change would disable scroll anchoring inside the element. Not a `style` prop: a content security
 * policy may refuse style attributes, and React does not set them during hydration.
 */
function useIntrinsicSize(rowCount: () => number): (element: HTMLElement | null) => void {
  const [setSize] = useState(() => {
    const size = `auto ${rowCount() * ROW_PX}px`;
    return (element: HTMLElement | null): void => {
      if (element) element.style.containIntrinsicBlockSize = size;
    };
  });
  return setSize;
}

const GroupRows = memo(function GroupRows({
  group,
  renderedKeys,
  getTextRow,
}: BranchProps & { group: RowGroup<LongListRow> }): ReactNode {
  const isRendered = useIsRendered(renderedKeys, () => renderedKeys.has(group.key));
  return (
    <div
      data-slot="long-list-group"
      data-scroll-anchor="group"
      data-key={group.key}
      data-rendered={isRendered ? '' : undefined}
    >
      {isRendered ? <RenderedRows group={group} /> : <TextRows rows={group.items} getTextRow={getTextRow} />}
    </div>
  );
});

function RenderedRows({ group }: { group: RowGroup<LongListRow> }): ReactNode {
  const list = use(LongListContext);
  const start = list?.startOf(group.key) ?? 0;
  return group.items.map((row, index) => (
    <Fragment key={row.key}>{list?.renderRow(row, start + index)}</Fragment>
  ));
}

function useIsRendered(renderedKeys: RenderedKeys, read: () => boolean): boolean {
  return useSyncExternalStore(renderedKeys.subscribe, read, read);
}

'use client';

import {
  createContext,
  Fragment,
  memo,
  type ReactNode,
  use,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useMergedRefs } from '../../internals/merge-refs.ts';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { type Group, regroup } from './regroup.ts';
import { type TextRow, TextRows } from './text-rows.tsx';
import { trackViewport, type ViewportTracker } from './track-viewport.ts';
import { createRenderedKeys, type RenderedKeys } from './viewport.ts';

/** Rows per group. A group is rendered, or text, as a whole. */
const GROUP_ROWS = 4;
/** Groups per section. The browser skips a section as a whole, and checks every skippable element in every frame. */
const SECTION_GROUPS = 8;
/** Sections per page, because React walks all siblings of an element that it updates. */
const PAGE_SECTIONS = 16;
/** Estimated height of a row before its first layout, in CSS pixels. */
const ROW_PX = 170;

/** A row: anything with a key that never changes. */
export interface LongListRow {
  readonly key: string;
}

/** Props of `LongList`. */
export interface LongListProps<T extends LongListRow> extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
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
  const { list, pages } = useGrouped(rows, renderedKeys);
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
    startOf: startsOf(pages),
  };
  return (
    <LongListContext value={contextValue}>
      {renderPart('div', 'long-list', {
        ...props,
        ref: useMergedRefs<HTMLDivElement>(root, ref),
        children: shown.map((page) => (
          <RowPage
            key={page.key}
            page={page}
            renderedKeys={renderedKeys}
            getTextRow={getTextRow as BranchProps['getTextRow']}
          />
        )),
      })}
    </LongListContext>
  );
}

type RowGroupOf<T> = Group<T>;
type Section<T> = Group<RowGroupOf<T>>;
type Page<T> = Group<Section<T>>;

interface Grouped<T> {
  /** A new identity when none of the previous rows remain. */
  readonly list: object;
  readonly rows: readonly T[];
  readonly groups: readonly RowGroupOf<T>[];
  readonly sections: readonly Section<T>[];
  readonly pages: readonly Page<T>[];
}

const NOTHING: Grouped<never> = { list: {}, rows: [], groups: [], sections: [], pages: [] };

/** The rows in groups, the groups in sections, and these in pages. Rows added at the end are rendered at once. */
function useGrouped<T extends LongListRow>(rows: readonly T[], renderedKeys: RenderedKeys): Grouped<T> {
  const [grouped, setGrouped] = useState<Grouped<T>>(NOTHING);
  if (grouped.rows === rows) return grouped;
  const groups = regroup(grouped.groups, rows, GROUP_ROWS, (before, after) => before.key === after.key);
  const sections = regroup(grouped.sections, groups, SECTION_GROUPS, Object.is);
  const pages = regroup(grouped.pages, sections, PAGE_SECTIONS, Object.is);
  const known = new Set(grouped.groups.map(({ key }) => key));
  const lastKnown = groups.findLastIndex(({ key }) => known.has(key));
  // No group has been rendered with these keys yet, so creating them again has no effect.
  renderedKeys.begin(groups.slice(Math.max(lastKnown + 1, groups.length - 2)).map(({ key }) => key));
  const next = { list: lastKnown === -1 ? {} : grouped.list, rows, groups, sections, pages };
  setGrouped(next);
  return next;
}

/** The last section alone, in its page. */
function lastSection<T>(pages: readonly Page<T>[]): readonly Page<T>[] {
  return pages.slice(-1).map(({ key, items }) => ({ key, items: items.slice(-1) }));
}

function startsOf<T>(pages: readonly Page<T>[]): (groupKey: string) => number {
  let starts: Map<string, number> | undefined;
  return (groupKey) => {
    if (!starts) {
      starts = new Map();
      let start = 0;
      for (const group of pages.flatMap(({ items }) => items.flatMap((section) => section.items))) {
        starts.set(group.key, start);
        start += group.items.length;
      }
    }
    return starts.get(groupKey) ?? 0;
  };
}

interface LongListContextValue {
  readonly renderRow: (row: LongListRow, index: number) => ReactNode;
  readonly startOf: (groupKey: string) => number;
}

const LongListContext = createContext<LongListContextValue | undefined>(undefined);

interface BranchProps {
  renderedKeys: RenderedKeys;
  getTextRow: (row: LongListRow) => TextRow;
}

const RowPage = memo(function RowPage({
  page,
  ...branch
}: BranchProps & { page: Page<LongListRow> }): ReactNode {
  const isRendered = useIsRendered(branch.renderedKeys, () =>
    page.items.some((section) => isSectionRendered(section, branch.renderedKeys)),
  );
  const ref = useIntrinsicSize(() => page.items.reduce((sum, section) => sum + countRows(section), 0));
  return (
    <div ref={ref} data-slot="long-list-page" data-text={isRendered ? undefined : ''}>
      {page.items.map((section) => (
        <RowSection key={section.key} section={section} {...branch} />
      ))}
    </div>
  );
});

const RowSection = memo(function RowSection({
  section,
  ...branch
}: BranchProps & { section: Section<LongListRow> }): ReactNode {
  const isRendered = useIsRendered(branch.renderedKeys, () =>
    isSectionRendered(section, branch.renderedKeys),
  );
  const ref = useIntrinsicSize(() => countRows(section));
  return (
    <div ref={ref} data-slot="long-list-section" data-text={isRendered ? undefined : ''}>
      {section.items.map((group) => (
        <RowGroup key={group.key} group={group} {...branch} />
      ))}
    </div>
  );
});

function isSectionRendered({ items }: Section<LongListRow>, renderedKeys: RenderedKeys): boolean {
  return items.some(({ key }) => renderedKeys.has(key));
}

function countRows({ items }: Section<LongListRow>): number {
  return items.reduce((sum, group) => sum + group.items.length, 0);
}

/**
 * A ref that sets the estimated height of an element before its first layout; afterwards the browser remembers its
 * height. Set once: a change would disable scroll anchoring inside the element. Not a `style` prop: a content security policy may refuse
 * style attributes, and React does not set them during hydration.
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

const RowGroup = memo(function RowGroup({
  group,
  renderedKeys,
  getTextRow,
}: BranchProps & { group: RowGroupOf<LongListRow> }): ReactNode {
  const isRendered = useIsRendered(renderedKeys, () => renderedKeys.has(group.key));
  return (
    <div data-slot="long-list-group" data-key={group.key} data-rendered={isRendered ? '' : undefined}>
      {isRendered ? <RenderedRows group={group} /> : <TextRows rows={group.items} getTextRow={getTextRow} />}
    </div>
  );
});

function RenderedRows({ group }: { group: RowGroupOf<LongListRow> }): ReactNode {
  const list = use(LongListContext);
  const start = list?.startOf(group.key) ?? 0;
  return group.items.map((row, index) => (
    <Fragment key={row.key}>{list?.renderRow(row, start + index)}</Fragment>
  ));
}

function useIsRendered(renderedKeys: RenderedKeys, read: () => boolean): boolean {
  return useSyncExternalStore(renderedKeys.subscribe, read, read);
}

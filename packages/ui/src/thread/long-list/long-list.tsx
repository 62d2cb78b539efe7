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
import { createRenderedKeys, type RenderedKeys } from './rendered-keys.ts';
import { type TextRow, TextRows } from './text-rows.tsx';
import { trackViewport, type ViewportTracker } from './track-viewport.ts';

/** Rows that become text, or are rendered, together. */
const GROUP_ROWS = 4;
/** Groups that the browser skips together: it looks at each stretch it may skip in every frame. */
const SECTION_GROUPS = 8;
/** Sections in one more element, far from all of which they are skipped as one: React walks all siblings on its way. */
const CHAPTER_SECTIONS = 16;
/** What a row is thought to be high before it was ever laid out, in CSS pixels. */
const ROW_PX = 170;

/** A row: anything with a key that never changes. */
export interface LongListRow {
  readonly key: string;
}

export interface LongListProps<T extends LongListRow> extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  /** First to last. The same reference while nothing comes or goes. */
  rows: readonly T[];
  /** A row in full, for near the view. */
  renderRow: (row: T, index: number) => ReactNode;
  /** The row in plain words, for far from it; read once. The same function for good. */
  renderText: (row: T) => TextRow;
}

/**
 * Many rows, of which only those near the view are rendered in full. The others stand in the document as plain
 * text that the browser skips until it is looked for, so that find in page, a selection, a screen reader and
 * print reach all of them. Renders a `<div>`; scrolls with whatever scrolls around it.
 *
 * A row that is in use (open, selected, focused, `data-live`) stays as it is wherever it is.
 */
export function LongList<T extends LongListRow>({
  rows,
  renderRow,
  renderText,
  ref,
  ...props
}: LongListProps<T>): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const watch = useRef<ViewportTracker>(undefined);
  const [near] = useState(createRenderedKeys);
  const { list, chapters } = useGrouped(rows, near);
  // The end is what is looked at first: the far rows come in behind it, in slices that give way to input.
  const isFilled = useDeferredValue<object | null>(list, null) === list;
  const shown = isFilled ? chapters : lastSection(chapters);

  // Joins the rows to the document's scrolling, selection and input.
  useEffect(() => {
    if (!root.current) return;
    watch.current = trackViewport(root.current, near);
    return () => watch.current?.stop();
  }, [near]);
  // Tells it that other rows are there now.
  // oxlint-disable-next-line react/exhaustive-deps -- it answers to the rows, and reads them from the document
  useLayoutEffect(() => watch.current?.refresh(), [shown]);

  const scope: LongListContextValue = {
    near,
    renderRow: renderRow as LongListContextValue['renderRow'],
    startOf: startsOf(chapters),
  };
  return (
    <LongListContext value={scope}>
      {renderPart('div', 'long-list', {
        ...props,
        ref: useMergedRefs<HTMLDivElement>(root, ref),
        children: shown.map((chapter) => (
          <RowChapter
            key={chapter.key}
            chapter={chapter}
            near={near}
            renderText={renderText as BranchProps['renderText']}
          />
        )),
      })}
    </LongListContext>
  );
}

type RowGroupOf<T> = Group<T>;
type Section<T> = Group<RowGroupOf<T>>;
type Chapter<T> = Group<Section<T>>;

interface Grouped<T> {
  /** Another one when no row of the last rows is there any more. */
  readonly list: object;
  readonly rows: readonly T[];
  readonly groups: readonly RowGroupOf<T>[];
  readonly sections: readonly Section<T>[];
  readonly chapters: readonly Chapter<T>[];
}

const NOTHING: Grouped<never> = { list: {}, rows: [], groups: [], sections: [], chapters: [] };

/** The rows in groups, these in sections, and these in chapters; what is added at the end is near from the start. */
function useGrouped<T extends LongListRow>(rows: readonly T[], near: RenderedKeys): Grouped<T> {
  const [grouped, setGrouped] = useState<Grouped<T>>(NOTHING);
  if (grouped.rows === rows) return grouped;
  const groups = regroup(grouped.groups, rows, GROUP_ROWS, (before, after) => before.key === after.key);
  const sections = regroup(grouped.sections, groups, SECTION_GROUPS, Object.is);
  const chapters = regroup(grouped.chapters, sections, CHAPTER_SECTIONS, Object.is);
  const known = new Set(grouped.groups.map(({ key }) => key));
  const lastKnown = groups.findLastIndex(({ key }) => known.has(key));
  // Nobody reads these keys before they are rendered, so beginning them again does nothing.
  near.begin(groups.slice(Math.max(lastKnown + 1, groups.length - 2)).map(({ key }) => key));
  const next = { list: lastKnown === -1 ? {} : grouped.list, rows, groups, sections, chapters };
  setGrouped(next);
  return next;
}

/** The end alone, in its place. */
function lastSection<T>(chapters: readonly Chapter<T>[]): readonly Chapter<T>[] {
  return chapters.slice(-1).map(({ key, items }) => ({ key, items: items.slice(-1) }));
}

function startsOf<T>(chapters: readonly Chapter<T>[]): (groupKey: string) => number {
  let starts: Map<string, number> | undefined;
  return (groupKey) => {
    if (!starts) {
      starts = new Map();
      let start = 0;
      for (const group of chapters.flatMap(({ items }) => items.flatMap((section) => section.items))) {
        starts.set(group.key, start);
        start += group.items.length;
      }
    }
    return starts.get(groupKey) ?? 0;
  };
}

interface LongListContextValue {
  readonly near: RenderedKeys;
  readonly renderRow: (row: LongListRow, index: number) => ReactNode;
  readonly startOf: (groupKey: string) => number;
}

const LongListContext = createContext<LongListContextValue | undefined>(undefined);

interface BranchProps {
  near: RenderedKeys;
  renderText: (row: LongListRow) => TextRow;
}

const RowChapter = memo(function RowChapter({
  chapter,
  ...branch
}: BranchProps & { chapter: Chapter<LongListRow> }): ReactNode {
  const isNear = useIsRendered(branch.near, () =>
    chapter.items.some((section) => isSectionRendered(section, branch.near)),
  );
  const ref = useIntrinsicSize(() => chapter.items.reduce((sum, section) => sum + countRows(section), 0));
  return (
    <div ref={ref} data-slot="long-list-chapter" data-far={isNear ? undefined : ''}>
      {chapter.items.map((section) => (
        <RowSection key={section.key} section={section} {...branch} />
      ))}
    </div>
  );
});

const RowSection = memo(function RowSection({
  section,
  ...branch
}: BranchProps & { section: Section<LongListRow> }): ReactNode {
  const isNear = useIsRendered(branch.near, () => isSectionRendered(section, branch.near));
  const ref = useIntrinsicSize(() => countRows(section));
  return (
    <div ref={ref} data-slot="long-list-section" data-far={isNear ? undefined : ''}>
      {section.items.map((group) => (
        <RowGroup key={group.key} group={group} {...branch} />
      ))}
    </div>
  );
});

function isSectionRendered({ items }: Section<LongListRow>, near: RenderedKeys): boolean {
  return items.some(({ key }) => near.has(key));
}

function countRows({ items }: Section<LongListRow>): number {
  return items.reduce((sum, group) => sum + group.items.length, 0);
}

/**
 * A ref that sets how high an element is estimated to be before it was ever laid out; after that the browser remembers
 * its height. Never changed: that would keep the browser from holding the place of what is read in it. Not a `style`
 * prop: a content security policy may refuse style attributes, and React does not set them anew while hydrating.
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
  near,
  renderText,
}: BranchProps & { group: RowGroupOf<LongListRow> }): ReactNode {
  const isNear = useIsRendered(near, () => near.has(group.key));
  return (
    <div data-slot="long-list-group" data-key={group.key} data-near={isNear ? '' : undefined}>
      {isNear ? <RenderedRows group={group} /> : <TextRows rows={group.items} renderText={renderText} />}
    </div>
  );
});

function RenderedRows({ group }: { group: RowGroupOf<LongListRow> }): ReactNode {
  const scope = use(LongListContext);
  const start = scope?.startOf(group.key) ?? 0;
  return group.items.map((row, index) => (
    <Fragment key={row.key}>{scope?.renderRow(row, start + index)}</Fragment>
  ));
}

function useIsRendered(near: RenderedKeys, read: () => boolean): boolean {
  return useSyncExternalStore(near.subscribe, read, read);
}

import { type Group, regroup } from './regroup.ts';

/** Rows per group. A group is rendered, or text, as a whole. */
const GROUP_ROWS = 4;
/** Groups per section. The browser skips a section as a whole, and checks every skippable element in every frame. */
const SECTION_GROUPS = 8;
/** Sections per page, because React walks all siblings of an element that it updates. */
const PAGE_SECTIONS = 16;

/** A row: anything with a key that never changes. */
export interface LongListRow {
  /** Unique in the list. Must not change while the row is in it. */
  readonly key: string;
}

export type RowGroup<T> = Group<T>;
export type RowSection<T> = Group<RowGroup<T>>;
export type RowPage<T> = Group<RowSection<T>>;

/** The rows in groups, the groups in sections, and these in pages. */
export interface GroupedRows<T> {
  /** A new identity when none of the previous rows remain. */
  readonly list: object;
  readonly rows: readonly T[];
  readonly groups: readonly RowGroup<T>[];
  readonly sections: readonly RowSection<T>[];
  readonly pages: readonly RowPage<T>[];
}

export const NO_ROWS: GroupedRows<never> = { list: {}, rows: [], groups: [], sections: [], pages: [] };

/**
 * Groups `rows` so that groups, sections and pages without a change keep their reference.
 *
 * @returns Also the keys of the groups to render at once: those added at the end.
 */
export function groupRows<T extends LongListRow>(
  before: GroupedRows<T>,
  rows: readonly T[],
): { readonly grouped: GroupedRows<T>; readonly keysAtEnd: readonly string[] } {
  const groups = regroup(before.groups, rows, GROUP_ROWS, (earlier, later) => earlier.key === later.key);
  const sections = regroup(before.sections, groups, SECTION_GROUPS, Object.is);
  const pages = regroup(before.pages, sections, PAGE_SECTIONS, Object.is);
  const known = new Set(before.groups.map(({ key }) => key));
  const lastKnown = groups.findLastIndex(({ key }) => known.has(key));
  const list = lastKnown === -1 ? {} : before.list;
  return {
    grouped: { list, rows, groups, sections, pages },
    keysAtEnd: groups.slice(Math.max(lastKnown + 1, groups.length - 2)).map(({ key }) => key),
  };
}

/** The last section alone, in its page. */
export function lastSection<T>(pages: readonly RowPage<T>[]): readonly RowPage<T>[] {
  return pages.slice(-1).map(({ key, items }) => ({ key, items: items.slice(-1) }));
}

/** Returns a function that looks up the index of a group's first row by the group's key. */
export function indexGroups<T>(pages: readonly RowPage<T>[]): (groupKey: string) => number {
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

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, regroup } from './regroup.ts';

interface LongListRow {
  readonly key: string;
}

const rows = (from: number, to: number): LongListRow[] =>
  Array.from({ length: to - from }, (_, index) => ({ key: String(from + index) }));
const sameKey = (before: LongListRow, after: LongListRow): boolean => before.key === after.key;
const group = (items: readonly LongListRow[], before: readonly Group<LongListRow>[] = []) =>
  regroup(before, items, 4, sameKey);
const outline = (groups: readonly Group<LongListRow>[]): string[] =>
  groups.map(({ items }) => items.map(({ key }) => key).join(' '));

describe('regroup', () => {
  it('regroup splits a list from its end, so that only the first group is short', () => {
    expect(outline(group(rows(0, 10)))).toEqual(['0 1', '2 3 4 5', '6 7 8 9']);
  });

  it('regroup starts a group for items after a full one, and fills it', () => {
    const one = group(rows(0, 9), group(rows(0, 8)));
    expect(outline(one)).toEqual(['0 1 2 3', '4 5 6 7', '8']);
    expect(outline(group(rows(0, 11), one))).toEqual(['0 1 2 3', '4 5 6 7', '8 9 10']);
  });

  it('regroup puts items before the first one into new groups, and keeps the other groups', () => {
    const before = group(rows(0, 8));
    const after = group(rows(-6, 8), before);
    expect(outline(after)).toEqual(['-6 -5', '-4 -3 -2 -1', '0 1 2 3', '4 5 6 7']);
    expect(after.slice(-2)).toEqual(before);
    expect(after.at(-1)).toBe(before.at(-1));
  });

  it('regroup keeps a group whose items were replaced by equal ones', () => {
    const before = group(rows(0, 8));
    expect(group(rows(0, 8), before)[0]).toBe(before[0]);
  });

  it('regroup removes missing items, and adds inserted items to the group of their neighbors', () => {
    const before = group(rows(0, 8));
    const changed = rows(0, 8).filter(({ key }) => key !== '2');
    expect(outline(group(changed, before))).toEqual(['0 1 3', '4 5 6 7']);
    const between = [...rows(0, 6), { key: 'new' }, ...rows(6, 8)];
    expect(outline(group(between, before))).toEqual(['0 1 2 3', '4 5 new 6 7']);
  });

  it('regroup starts from scratch if items changed their order', () => {
    const before = group(rows(0, 8));
    const moved = [...rows(4, 8), ...rows(0, 4)];
    expect(outline(group(moved, before))).toEqual(['4 5 6 7', '0 1 2 3']);
  });

  it('regroup gives groups unique keys, also if the item that a key is from was removed and added again', () => {
    const all = rows(0, 2);
    const groups = group(all, group(all.slice(1), group(all)));
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('regroup contains each item once, in order, under unique keys, for random sequences of lists', () => {
    const anyList = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 25 });
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 6 }), (lists) => {
        let groups: readonly Group<LongListRow>[] = [];
        for (const list of lists) {
          groups = group(
            list.map((key) => ({ key })),
            groups,
          );
          expect(groups.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(list);
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
          expect(groups.every(({ items }) => items.length > 0)).toBe(true);
        }
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

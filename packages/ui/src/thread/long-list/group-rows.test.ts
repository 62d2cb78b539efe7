import { expect, test } from 'vitest';
import { groupRows, indexGroups, type LongListRow, lastSection, NO_ROWS } from './group-rows.ts';

const rowsFrom = (from: number, to: number): LongListRow[] =>
  Array.from({ length: to - from }, (_, index) => ({ key: `r${from + index}` }));

test('groupRows groups rows by four, groups by eight and sections by sixteen', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(0, 4 * 8 * 16 * 2));
  expect(grouped.pages).toHaveLength(2);
  expect(grouped.sections).toHaveLength(32);
  expect(grouped.groups).toHaveLength(256);
  expect(grouped.sections.map(({ items }) => items.length)).toEqual(grouped.sections.map(() => 8));
});

test('groupRows returns the keys of the last two groups of a new list', () => {
  const { grouped, keysAtEnd } = groupRows(NO_ROWS, rowsFrom(0, 40));
  expect(keysAtEnd).toEqual(grouped.groups.slice(-2).map(({ key }) => key));
});

test('groupRows returns only groups added at the end, and none for rows added at the start', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(4, 12));
  expect(groupRows(grouped, rowsFrom(0, 12)).keysAtEnd).toEqual([]);
  expect(groupRows(grouped, rowsFrom(4, 16)).keysAtEnd).toEqual(['r12']);
});

test('groupRows keeps the identity of the list while one row remains', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(0, 8));
  expect(groupRows(grouped, rowsFrom(0, 12)).grouped.list).toBe(grouped.list);
  expect(groupRows(grouped, rowsFrom(20, 28)).grouped.list).not.toBe(grouped.list);
});

test('groupRows keeps the pages that did not change', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(0, 4 * 8 * 16 * 2));
  const next = groupRows(grouped, rowsFrom(0, 4 * 8 * 16 * 2 + 1)).grouped;
  expect(next.pages[0]).toBe(grouped.pages[0]);
  expect(next.pages).toHaveLength(3);
});

test('indexGroups finds the index of the first row of a group', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(0, 12));
  const startOf = indexGroups(grouped.pages);
  expect(grouped.groups.map(({ key }) => startOf(key))).toEqual([0, 4, 8]);
});

test('lastSection reduces the pages to their last section', () => {
  const { grouped } = groupRows(NO_ROWS, rowsFrom(0, 4 * 8 * 3));
  const [page, ...others] = lastSection(grouped.pages);
  expect(others).toEqual([]);
  expect(page?.items).toEqual([grouped.sections.at(-1)]);
});

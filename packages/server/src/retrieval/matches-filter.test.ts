import type { ComparisonFilter, SearchFilter } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { matchesFilter } from './matches-filter.ts';

const FILE = { year: 2024, region: 'north', draft: false };
const meets = (filter: SearchFilter) => matchesFilter(FILE, filter);
const on = (key: string, type: ComparisonFilter['type'], value: ComparisonFilter['value']) =>
  meets({ type, key, value });

describe('matchesFilter', () => {
  it.each<[string, ComparisonFilter['type'], ComparisonFilter['value'], boolean]>([
    ['year', 'eq', 2024, true],
    ['year', 'eq', '2024', false],
    ['draft', 'eq', false, true],
    ['year', 'ne', 2023, true],
    ['region', 'ne', 'north', false],
    ['year', 'gt', 2023, true],
    ['year', 'gt', 2024, false],
    ['year', 'gte', 2024, true],
    ['year', 'lt', 2025, true],
    ['year', 'lte', 2024, true],
    ['year', 'lte', 2023, false],
    ['region', 'gt', 'east', true],
    ['region', 'lt', 'east', false],
    ['year', 'gt', '2000', false],
    ['draft', 'gte', false, false],
    ['region', 'in', ['south', 'north'], true],
    ['region', 'in', ['south'], false],
    ['region', 'nin', ['south'], true],
    ['year', 'in', [2024], true],
  ])('a file with year 2024 in the north: %s %s %j is %s', (key, type, value, expected) => {
    expect(on(key, type, value)).toBe(expected);
  });

  it.each<[ComparisonFilter['type'], boolean]>([
    ['eq', false],
    ['ne', true],
    ['gt', false],
    ['lte', false],
    ['in', false],
    ['nin', true],
  ])('without the attribute, %s is %s', (type, expected) => {
    expect(on('toString', type, type.endsWith('in') ? ['x'] : 'x')).toBe(expected);
  });

  it('filters are combined', () => {
    const north: SearchFilter = { type: 'eq', key: 'region', value: 'north' };
    const old: SearchFilter = { type: 'lt', key: 'year', value: 2000 };
    expect(meets({ type: 'and', filters: [north, old] })).toBe(false);
    expect(meets({ type: 'or', filters: [north, old] })).toBe(true);
    expect(meets({ type: 'and', filters: [north, { type: 'or', filters: [old, north] }] })).toBe(true);
  });
});

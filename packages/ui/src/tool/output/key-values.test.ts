import { expect, test } from 'vitest';
import { en } from '../../locales/en.ts';
import { formatValue, summarizeArguments, toKeyValues } from './key-values.ts';

test.each([
  ['text', 'text'],
  [true, 'yes'],
  [null, '–'],
  [['a', 1, false], 'a, 1, no'],
  [[], '–'],
  [{ a: [1] }, '{"a":[1]}'],
  [[{ a: 1 }], '[{"a":1}]'],
])('formatValue formats %j as %s', (value, text) => {
  expect(formatValue(value, en.tool)).toBe(text);
});

test('an object becomes key-values in its order, without undefined properties', () => {
  expect(toKeyValues({ b: 1, a: 'x', c: undefined }, en.tool)).toEqual([
    { label: 'b', value: '1' },
    { label: 'a', value: 'x' },
  ]);
});

test.each([undefined, null, 'text', 3, [1], {}])('%j has no key-values', (value) => {
  expect(toKeyValues(value, en.tool)).toBeUndefined();
});

test('summarizeArguments lists the first two short values', () => {
  expect(summarizeArguments({ service: 'checkout-api', on: true, hours: 6, from: 'x' }, en.tool)).toBe(
    'checkout-api, hours 6',
  );
  expect(summarizeArguments('not an object', en.tool)).toBe('');
});

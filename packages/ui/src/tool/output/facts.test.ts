import { expect, test } from 'vitest';
import { english } from '../../locales/en.ts';
import { briefly, readJson, sayValue, toFacts } from './facts.ts';

test.each([
  ['text', 'text'],
  [true, 'yes'],
  [null, '–'],
  [['a', 1, false], 'a, 1, no'],
  [[], '–'],
  [{ a: [1] }, '{"a":[1]}'],
  [[{ a: 1 }], '[{"a":1}]'],
])('%j is said as %s', (value, said) => {
  expect(sayValue(value, english.tool)).toBe(said);
});

test('an object becomes facts in its own order, without what is undefined', () => {
  expect(toFacts({ b: 1, a: 'x', c: undefined }, english.tool)).toEqual([
    { label: 'b', value: '1' },
    { label: 'a', value: 'x' },
  ]);
});

test.each([undefined, null, 'text', 3, [1], {}])('%j has no facts', (value) => {
  expect(toFacts(value, english.tool)).toBeUndefined();
});

test('a row names the first two short values', () => {
  expect(briefly({ service: 'checkout-api', on: true, hours: 6, from: 'x' }, english.tool)).toBe(
    'checkout-api, hours 6',
  );
  expect(briefly('not an object', english.tool)).toBe('');
});

test('text that is not JSON has no value, and does not throw', () => {
  expect(readJson('{"a":')).toBeUndefined();
  expect(readJson('{"a":1}')).toEqual({ a: 1 });
});

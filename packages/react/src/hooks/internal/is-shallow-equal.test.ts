import { expect, test } from 'vitest';
import { isShallowEqual } from './is-shallow-equal.ts';

test.each([
  ['the same number', 1, 1],
  ['arrays with the same entries', [1, 'a'], [1, 'a']],
  ['objects with the same fields', { a: 1, b: undefined }, { a: 1, b: undefined }],
])('isShallowEqual accepts %s', (_name, before, after) => {
  expect(isShallowEqual(before, after)).toBe(true);
});

test.each([
  ['arrays of different lengths', [1], [1, undefined]],
  ['nested objects', [{}], [{}]],
  ['different fields that are both undefined', { a: undefined }, { b: undefined }],
  ['an array and an object', [], {}],
  ['undefined and an array', undefined, []],
  ['two maps', new Map([['a', 1]]), new Map([['a', 2]])],
])('isShallowEqual refuses %s', (_name, before, after) => {
  expect(isShallowEqual(before, after)).toBe(false);
});

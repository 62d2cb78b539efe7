import { expect, test } from 'vitest';
import { beginningOf } from './beginning-of.ts';

test('a short text stays whole', () => {
  expect(beginningOf('two words', 9)).toBe('two words');
});

test('a long one ends between two words', () => {
  expect(beginningOf('two words', 7)).toBe('two …');
});

test('a word that alone is too long is cut in itself', () => {
  expect(beginningOf('Donaudampfschiff', 5)).toBe('Donau …');
});

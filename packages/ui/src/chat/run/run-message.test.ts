import { expect, test } from 'vitest';
import { truncateText } from './run-message.tsx';

test('truncateText returns a short text unchanged', () => {
  expect(truncateText('two words', 9)).toBe('two words');
});

test('truncateText cuts a long text between two words', () => {
  expect(truncateText('two words', 7)).toBe('two …');
});

test('truncateText cuts within a word that is too long by itself', () => {
  expect(truncateText('Donaudampfschiff', 5)).toBe('Donau …');
});

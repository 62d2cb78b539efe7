import { expect, test } from 'vitest';
import { isFolderPath } from './folder-path.ts';

test.each(['a', 'a.csv', 'd/e/f.txt', '…é.png', '.hidden', 'a b'])(
  '%j names a file below a folder',
  (path) => {
    expect(isFolderPath(path)).toBe(true);
  },
);

test.each([
  '',
  '/etc/passwd',
  '../a',
  'a/../../b',
  'a/..',
  './a',
  'a//b',
  'a/',
  'a\\b',
  'a\0b',
  'a\nb',
  '\u{D800}',
  'x'.repeat(201),
  undefined,
  7,
])('%j names no file below a folder', (path) => {
  expect(isFolderPath(path)).toBe(false);
});

import { expect, test } from 'vitest';
import { trimTrailing } from './trim-trailing.ts';

test.each([
  ['a\n\n', 'a'],
  ['\n\n', ''],
  ['a\nb', 'a\nb'],
  ['', ''],
])('trimTrailing of %j removes the line breaks at the end: %j', (text, rest) => {
  expect(trimTrailing(text, '\n')).toBe(rest);
});

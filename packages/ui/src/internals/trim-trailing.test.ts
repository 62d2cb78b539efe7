import { expect, test } from 'vitest';
import { trimTrailing } from './trim-trailing.ts';

test.each([
  ['a\n\n', 'a'],
  ['\n\n', ''],
  ['a\nb', 'a\nb'],
  ['', ''],
])('%j without its last line breaks is %j', (text, rest) => {
  expect(trimTrailing(text, '\n')).toBe(rest);
});

import { expect, test } from 'vitest';
import { withoutLast } from './without-last.ts';

test.each([
  ['a\n\n', 'a'],
  ['\n\n', ''],
  ['a\nb', 'a\nb'],
  ['', ''],
])('%j without its last line breaks is %j', (text, rest) => {
  expect(withoutLast(text, '\n')).toBe(rest);
});

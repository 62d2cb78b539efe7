import { expect, test } from 'vitest';
import { trimIncompleteLines } from './trim-incomplete-lines.ts';

test.each([
  ['Title\n-', 'Title\n'],
  ['Text\n#', 'Text\n'],
  ['1. one\n2', '1. one\n'],
  ['Text\n\n| a | b |', 'Text\n'],
  ['Text\n\n| a | b |\n|--', 'Text\n'],
  ['Text\n\n[a]: https://exa', 'Text\n\n'],
  ['[a]: https://a.example\n[b]: https', '[a]: https://a.example\n'],
])('trimIncompleteLines trims %j to %j', (open, read) => {
  expect(trimIncompleteLines(open)).toBe(read);
});

test.each(['5 * 3 = 15', '| a | b |\n|---|---|\n| 1 | 2', 'one [1] two', 'Words\n[a]: b', '[^a]: A note'])(
  'trimIncompleteLines keeps %j',
  (text) => {
    expect(trimIncompleteLines(text)).toBe(text);
  },
);

import { expect, test } from 'vitest';
import { holdBack } from './hold-back.ts';

test.each([
  ['Title\n-', 'Title\n'],
  ['Text\n#', 'Text\n'],
  ['1. one\n2', '1. one\n'],
  ['Text\n\n| a | b |', 'Text\n'],
  ['Text\n\n| a | b |\n|--', 'Text\n'],
  ['Text\n\n[a]: https://exa', 'Text\n\n'],
  ['[a]: https://a.example\n[b]: https', '[a]: https://a.example\n'],
])('of %j only %j is read before more of it is there', (open, read) => {
  expect(holdBack(open)).toBe(read);
});

test.each(['5 * 3 = 15', '| a | b |\n|---|---|\n| 1 | 2', 'one [1] two', 'Words\n[a]: b', '[^a]: A note'])(
  '%j is read whole',
  (text) => {
    expect(holdBack(text)).toBe(text);
  },
);

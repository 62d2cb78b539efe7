import { expect, test } from 'vitest';
import { firstLine } from './first-line.ts';

test.each([
  ['What is Threadkit?', 'What is Threadkit?'],
  ['\n  One line\nand another', 'One line'],
  [`${'word '.repeat(16)}more`, `${'word '.repeat(16).trimEnd()}…`],
  ['   ', ''],
])('%j begins with %j', (text, line) => {
  expect(firstLine(text)).toBe(line);
});

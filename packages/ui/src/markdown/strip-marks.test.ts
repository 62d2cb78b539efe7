import { expect, test } from 'vitest';
import { samples } from './samples.ts';
import { stripMarks } from './strip-marks.ts';

test.each([
  ['## What **changed**', 'What changed'],
  ['It is `not cached`, *really*.', 'It is not cached, really.'],
  [
    'See [the guide](https://example.com/a_b) and ![a chart](https://example.com/c.png).',
    'See the guide and a chart.',
  ],
  ['> quoted', 'quoted'],
  ['```ts\nconst a = 2 * 3;\n```\nAfter', 'const a = 2 * 3;\nAfter'],
  ['| Cart size | p95 |\n|---|--:|\n| 1–3 lines | 241 ms |', 'Cart size p95\n1–3 lines 241 ms'],
  ['Every run leaves a trail 【4:0†handbook.md】.', 'Every run leaves a trail.'],
  ['snake_case_name and a[0] || b', 'snake_case_name and a[0] || b'],
])('%j reads %j', (markdown, words) => {
  expect(stripMarks(markdown)).toBe(words);
});

test('no word of an answer is lost', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const visible = samples.answer.replaceAll(/\]\([^)]*\)|```ts/g, '');
  expect(words(stripMarks(samples.answer))).toEqual(words(visible));
});

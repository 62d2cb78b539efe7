import { expect, test } from 'vitest';
import { corpus } from '../../../stories/markdown/corpus.ts';
import { samples } from '../../../stories/markdown/samples.ts';
import { visibleContentOf } from '../../../stories/markdown/visible-content.ts';
import { MAX_TEXT } from './read-limits.ts';
import { stripMarkdown } from './strip-markdown.ts';

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
  ['f(*args, **kwargs) and *p, *q', 'f(*args, **kwargs) and *p, *q'],
  ['```py\n# f(*a*) `b` [c](d)\n```\n**e**', '# f(*a*) `b` [c](d)\ne'],
  ['lib/*.js and **/*.css', 'lib/*.js and **/*.css'],
  ['3~5, ~about~, ~~not~~', '3~5, ~about~, not'],
  ['[a (b)](https://a.example/c_(d)) and [e [f]](<https://a.example/g>)', 'a (b) and e [f]'],
  ['https://a.example/b_(c)_d and `a_*b*_c`', 'https://a.example/b_(c)_d and a_*b*_c'],
  ['2 * 3 * 4 and a\\*b\\*', '2 * 3 * 4 and a\\*b\\*'],
  ['[![build](https://a.example/b.svg)](https://a.example/c) passed', 'build passed'],
  ['one<br>two<BR />three and `<br>`', 'one\ntwo\nthree and <br>'],
  ['snake_case_name and a[0] || b', 'snake_case_name and a[0] || b'],
])('stripMarkdown converts %j to %j', (markdown, words) => {
  expect(stripMarkdown(markdown)).toBe(words);
});

test('stripMarkdown keeps all words of a response', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const visible = samples.response.replaceAll(/\]\([^)]*\)|```ts/g, '');
  expect(words(stripMarkdown(samples.response))).toEqual(words(visible));
});

test('stripMarkdown is limited to MAX_TEXT characters', () => {
  expect(stripMarkdown('word '.repeat(MAX_TEXT)).length).toBeLessThanOrEqual(MAX_TEXT);
});

/** Whether the characters of `part` occur in `whole` in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const char of part) {
    at = whole.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

// stripMarkdown does not decode character references.
test.each(Object.entries(corpus).filter(([name]) => name !== 'character references'))(
  'stripMarkdown keeps every visible letter and delimiter of %s',
  (_name, { text }) => {
    const shown = visibleContentOf(text).text.replace(/【[^】]*】/g, '');
    expect(isWithin(shown.replace(/[^\p{L}\p{N}*~]/gu, ''), stripMarkdown(text))).toBe(true);
  },
);

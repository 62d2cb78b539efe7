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
  ['これは**`retry`**です。**[手順](https://a.example/b_c)**です。', 'これはretryです。手順です。'],
  [
    '**保存先（読み取り専用）。**次に**「同期」**を、**API**で',
    '保存先（読み取り専用）。次に「同期」を、APIで',
  ],
  ['**use max_tokens** and **2 * 3 = 6** and ~~3~5~~', 'use max_tokens and 2 * 3 = 6 and 3~5'],
  ['***both***, **bold *and it* on**, ~~gone **_now_**~~', 'both, bold and it on, gone now'],
  ['**URL**s, un**believ**able, **https://a.example/b_c**', 'URLs, unbelievable, https://a.example/b_c'],
  ['a**"b"**c, l*h and 2*3, f(*a,**b), \ufdd0', 'a**"b"**c, l*h and 2*3, f(*a,**b), \ufdd0'],
  ['【4:0†a_b_c.md】<c*d> and `e*f` *g*', '<c*d> and e*f g'],
  ['snake_case_name and a[0] || b', 'snake_case_name and a[0] || b'],
])('stripMarkdown converts %j to %j', (markdown, words) => {
  expect(stripMarkdown(markdown)).toBe(words);
});

test('stripMarkdown keeps all words of a response', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const visible = samples.response.replaceAll(/\]\([^)]*\)|```ts/g, '');
  expect(words(stripMarkdown(samples.response))).toEqual(words(visible));
});

test.each([
  '*',
  '_',
  '*a ',
  '**a"',
  '_a',
  'x**',
  '~~a',
  'a*',
  '`*',
  '](a(',
  '](a "',
  '【',
  '/*',
  'https://*',
  '\ufdd0',
])('a text at the limit that repeats %j is converted within the time of a test', (unit) => {
  const text = unit.repeat(MAX_TEXT / unit.length);
  expect(stripMarkdown(text).length).toBeGreaterThan(0);
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

import * as fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../markdown.tsx';
import { mathLexer } from '../math/math-lexer.ts';
import { corpus } from './corpus.ts';
import { hostile } from './hostile.ts';
import { type Outline, outlineOf } from './outline.ts';
import { samples } from './samples.ts';

// What is shown of a text at any cut is a beginning of what stands at its end. Three things hold at each cut:
// 1. its letters and digits are the first ones of the end's, in their order;
// 2. a link leads where a link of the end leads;
// 3. no `*`, `_`, `~`, backtick or bracket is shown that the end does not have, unless it stands directly behind a
//    letter, a digit or a mark: there it is a letter until its partner comes.

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function expectBeginning(cut: Outline, end: Outline, source: string): void {
  const strings = wordsOf(cut.letters);
  expect(wordsOf(end.letters).slice(0, strings.length), source).toBe(strings);
  for (const link of cut.links) expect(end.links, source).toContain(link);
}

const MARKS = ['*', '_', '~', '`', '[', ']'];
const count = (text: string, mark: string): number => text.split(mark).length - 1;

function expectNoFurtherMarks(cut: Outline, end: Outline, source: string): void {
  for (const mark of MARKS)
    expect(count(cut.letters, mark), `${mark} in ${source}`).toBeLessThanOrEqual(count(end.letters, mark));
}

describe.each(Object.entries(corpus))('%s', (_name, { text, isExact = true }) => {
  test('shows a beginning of its end at every cut', () => {
    const end = outlineOf(text);
    for (let at = 1; at <= text.length; at++) {
      const cut = outlineOf(text.slice(0, at), true);
      expectBeginning(cut, end, text.slice(0, at));
      if (isExact) expectNoFurtherMarks(cut, end, text.slice(0, at));
    }
  });
});

// A reference is read as letters until its definition comes.
test.each(Object.keys(samples).filter((name) => name !== 'definitions'))(
  'every cut of %s shows a beginning of its end',
  (name) => {
    const text = samples[name as keyof typeof samples];
    const end = outlineOf(text);
    for (let at = 0; at <= text.length; at++)
      expectBeginning(outlineOf(text.slice(0, at), true), end, text.slice(0, at));
  },
);

// One line of pieces, each a whole or a part of something that markdown reads, behind white space or a wide character.
const strings = fc.constantFrom(
  'word',
  'two words',
  '12',
  '3~5',
  'snake_case',
  'a & b',
  'x < y',
  '「語」',
  '漢字',
  '한글',
  'é',
);
const whole = fc.oneof(
  strings,
  strings.map((inner) => `**${inner}**`),
  strings.map((inner) => `*${inner}*`),
  strings.map((inner) => `~~${inner}~~`),
  strings.map((inner) => `\`${inner}\``),
  strings.map((inner) => `[${inner}](https://a.example/x_y_(z) "t (u)")`),
  strings.map((inner) => `![${inner}](https://a.example/p_(1).png)`),
  strings.map((inner) => `[${inner}](<https://a.example/b)c>)`),
  fc.constantFrom(
    'https://a.example/u_v_(w)',
    '<https://a.example/u*v>',
    'www.a.example、',
    'help_me@a.example',
    '&amp;',
    '&rarr;',
    '<br>',
    '<b title="x*y">',
    '\\*',
    '[^1]',
    '(see)',
    '—',
  ),
);
const line = fc.array(whole, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '));
const block = fc.oneof(
  line,
  line.map((item) => `- ${item}`),
  line.map((title) => `## ${title}`),
  line.map((quoted) => `> ${quoted}`),
  fc
    .tuple(strings, line)
    .map(([head, cell]) => `| ${head} | b |\n|---|---|\n| ${cell.replaceAll('|', '')} | 1 |`),
);
const texts = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));

const numRuns = Number(process.env['MARKDOWN_RUNS'] ?? 400);
// `pnpm test:full` asks for a hundred thousand.
const timeout = 5_000 + numRuns * 10;
const seed = Number(process.env['MARKDOWN_SEED'] ?? 7);

function expectCut(text: string, at: number, end: Outline): void {
  const cut = outlineOf(text.slice(0, at), true);
  expectBeginning(cut, end, text.slice(0, at));
  expectNoFurtherMarks(cut, end, text.slice(0, at));
}

test('any text that is made of whole pieces shows a beginning of its end at every cut', { timeout }, () => {
  fc.assert(
    fc.property(texts, (text) => {
      const end = outlineOf(text);
      for (let at = 1; at <= text.length; at++) expectCut(text, at, end);
    }),
    { numRuns: Math.ceil(numRuns / 20), seed },
  );
});

test('any text that is made of whole pieces shows a beginning of its end at any cut', { timeout }, () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, cuts) => {
      const end = outlineOf(text);
      for (const cut of cuts) expectCut(text, 1 + (cut % text.length), end);
    }),
    { numRuns, seed },
  );
});

test('any text renders, at once and at any cut', { timeout }, () => {
  const noise = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...'*_~`[]()<>!&\\|#->.: \n$【】「。（'.split(''),
        '**',
        '~~',
        '\n\n',
        '](',
        'https://a.example',
        '<br>',
        '```',
        '    ',
        '1. ',
        '- ',
      ),
      strings,
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(noise, fc.nat(), (pieces, where) => {
      const text = pieces.join('');
      const at = text.length === 0 ? 0 : where % text.length;
      renderToString(createElement(Markdown, { text }));
      renderToString(createElement(Markdown, { text: text.slice(0, at), isStreaming: true }));
    }),
    { numRuns, seed },
  );
});

test.each(Object.keys(hostile))(
  'what a hostile text (%s) shows at a cut links nowhere that its end does not',
  (name) => {
    const text = hostile[name] ?? '';
    const end = outlineOf(text);
    for (let at = 1; at <= text.length; at++) {
      for (const link of outlineOf(text.slice(0, at), true).links) expect(end.links).toContain(link);
    }
  },
);

describe('with formulas', () => {
  const extensions = { renderers: {}, childTokens: {}, ...mathLexer };
  const read = (text: string, isStreaming = false): Outline => outlineOf(text, isStreaming, extensions);

  test.each([
    'Let $a*b$ and $u_{i}*v$ be, *so* that **$x*y$** holds.',
    'It costs $5 and $10, or *about* $15.',
    'Then \\(a*b\\) and\n\n$$\na*b*c\n$$\n\n*end*',
  ])('no mark is put behind what is shown of %j at any cut', (text) => {
    const end = read(text);
    for (let at = 1; at <= text.length; at++)
      expectBeginning(read(text.slice(0, at), true), end, text.slice(0, at));
  });

  test('the marks in a formula are none, and money is no formula', () => {
    expect(read('*a $x*y$ b* $5 and $10').marked).toBe('<em>a <math>$x*y$</math> b</em> $5 and $10\n');
  });
});

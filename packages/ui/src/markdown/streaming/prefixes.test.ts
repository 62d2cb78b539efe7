import * as fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { corpus } from '../../../stories/markdown/corpus.ts';
import { maliciousSamples } from '../../../stories/markdown/malicious-samples.ts';
import { samples } from '../../../stories/markdown/samples.ts';
import { type VisibleContent, visibleContentOf } from '../../../stories/markdown/visible-content.ts';
import { Markdown } from '../markdown.tsx';
import { mathLexer } from '../math/math-lexer.ts';

// The content rendered for any prefix of a text is a prefix of the content of the complete text:
// 1. its letters and digits are the first ones of the complete text, in the same order;
// 2. each of its links has the target of a link in the complete text;
// 3. it shows no `*`, `_`, `~`, backtick or bracket that the complete text does not show, except a delimiter directly
//    after a letter, a digit or punctuation, which is literal until its closing delimiter arrives.

const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function expectContentPrefix(prefix: VisibleContent, complete: VisibleContent, source: string): void {
  const fragment = lettersAndDigits(prefix.text);
  expect(lettersAndDigits(complete.text).slice(0, fragment.length), source).toBe(fragment);
  for (const link of prefix.links) expect(complete.links, source).toContain(link);
}

const DELIMITERS = ['*', '_', '~', '`', '[', ']'];
const count = (text: string, delimiter: string): number => text.split(delimiter).length - 1;

function expectNoExtraDelimiters(prefix: VisibleContent, complete: VisibleContent, source: string): void {
  for (const delimiter of DELIMITERS)
    expect(count(prefix.text, delimiter), `${delimiter} in ${source}`).toBeLessThanOrEqual(
      count(complete.text, delimiter),
    );
}

describe.each(Object.entries(corpus))('%s', (_name, { text, isExact = true }) => {
  test('every prefix renders a prefix of the complete content', () => {
    const complete = visibleContentOf(text);
    for (let at = 1; at <= text.length; at++) {
      const prefix = visibleContentOf(text.slice(0, at), true);
      expectContentPrefix(prefix, complete, text.slice(0, at));
      if (isExact) expectNoExtraDelimiters(prefix, complete, text.slice(0, at));
    }
  });
});

// A reference is literal text until its definition arrives.
test.each(Object.keys(samples).filter((name) => name !== 'definitions'))(
  'every prefix of %s renders a prefix of the complete content',
  (name) => {
    const text = samples[name as keyof typeof samples];
    const complete = visibleContentOf(text);
    for (let at = 0; at <= text.length; at++)
      expectContentPrefix(visibleContentOf(text.slice(0, at), true), complete, text.slice(0, at));
  },
);

// One line of complete inline elements, separated by spaces.
const fragment = fc.constantFrom(
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
const element = fc.oneof(
  fragment,
  fragment.map((inner) => `**${inner}**`),
  fragment.map((inner) => `*${inner}*`),
  fragment.map((inner) => `~~${inner}~~`),
  fragment.map((inner) => `\`${inner}\``),
  fragment.map((inner) => `[${inner}](https://a.example/x_y_(z) "t (u)")`),
  fragment.map((inner) => `![${inner}](https://a.example/p_(1).png)`),
  fragment.map((inner) => `[${inner}](<https://a.example/b)c>)`),
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
const line = fc.array(element, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '));
const block = fc.oneof(
  line,
  line.map((item) => `- ${item}`),
  line.map((title) => `## ${title}`),
  line.map((quoted) => `> ${quoted}`),
  fc
    .tuple(fragment, line)
    .map(([head, cell]) => `| ${head} | b |\n|---|---|\n| ${cell.replaceAll('|', '')} | 1 |`),
);
const texts = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));

const numRuns = Number(process.env['MARKDOWN_RUNS'] ?? 400);
// `pnpm test:full` runs a hundred thousand.
const timeout = 5_000 + numRuns * 10;
const seed = Number(process.env['MARKDOWN_SEED'] ?? 7);

function expectPrefix(text: string, at: number, complete: VisibleContent): void {
  const prefix = visibleContentOf(text.slice(0, at), true);
  expectContentPrefix(prefix, complete, text.slice(0, at));
  expectNoExtraDelimiters(prefix, complete, text.slice(0, at));
}

test('every prefix of random well-formed text renders a prefix of the complete content', { timeout }, () => {
  fc.assert(
    fc.property(texts, (text) => {
      const complete = visibleContentOf(text);
      for (let at = 1; at <= text.length; at++) expectPrefix(text, at, complete);
    }),
    { numRuns: Math.ceil(numRuns / 20), seed },
  );
});

test('random prefixes of random well-formed text render a prefix of the complete content', {
  timeout,
}, () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, lengths) => {
      const complete = visibleContentOf(text);
      for (const prefix of lengths) expectPrefix(text, 1 + (prefix % text.length), complete);
    }),
    { numRuns, seed },
  );
});

test('random text renders without an error, complete and at any prefix', { timeout }, () => {
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
      fragment,
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

test.each(Object.keys(maliciousSamples))(
  'no prefix of malicious text (%s) links to a target that the complete text does not link to',
  (name) => {
    const text = maliciousSamples[name] ?? '';
    const complete = visibleContentOf(text);
    for (let at = 1; at <= text.length; at++) {
      for (const link of visibleContentOf(text.slice(0, at), true).links)
        expect(complete.links).toContain(link);
    }
  },
);

describe('with formulas', () => {
  const extensions = { renderers: {}, childTokens: {}, ...mathLexer };
  const read = (text: string, isStreaming = false): VisibleContent =>
    visibleContentOf(text, isStreaming, extensions);

  test.each([
    'Let $a*b$ and $u_{i}*v$ be, *so* that **$x*y$** holds.',
    'It costs $5 and $10, or *about* $15.',
    'Then \\(a*b\\) and\n\n$$\na*b*c\n$$\n\n*complete*',
  ])('every prefix of %j renders a prefix of the complete content', (text) => {
    const complete = read(text);
    for (let at = 1; at <= text.length; at++)
      expectContentPrefix(read(text.slice(0, at), true), complete, text.slice(0, at));
  });

  test('delimiters in a formula are not emphasis, and amounts of money are not formulas', () => {
    expect(read('*a $x*y$ b* $5 and $10').markup).toBe('<em>a <math>$x*y$</math> b</em> $5 and $10\n');
  });
});

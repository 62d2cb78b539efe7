import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { corpus } from '../../../stories/markdown/corpus.ts';
import { maliciousSamples } from '../../../stories/markdown/malicious-samples.ts';
import { samples } from '../../../stories/markdown/samples.ts';
import { MarkdownLexer } from './markdown-lexer.ts';

// `marked-lexer.js` is marked without the rules that `BlockTokenizer` replaces. Compares it with the same lexer on the
// complete marked.

vi.doMock('./marked-lexer.js', () => vi.importActual('marked'));
vi.resetModules();
const { MarkdownLexer: CompleteMarkdownLexer } = await import('./markdown-lexer.ts');

function expectSameTokens(text: string): void {
  const whole = new CompleteMarkdownLexer();
  const cut = new MarkdownLexer();
  expect(cut.lex(text), text).toEqual(whole.lex(text));
  expect(cut.tokens.links, text).toEqual(whole.tokens.links);
  expect(new MarkdownLexer().lexOpen(text), text).toEqual(new CompleteMarkdownLexer().lexOpen(text));
}

test('the compared lexers use different marked modules', () => {
  expect(Object.getPrototypeOf(CompleteMarkdownLexer)).not.toBe(Object.getPrototypeOf(MarkdownLexer));
});

test.each([
  ...Object.entries(samples),
  ...Object.entries(corpus).map(([name, { text }]) => [name, text] as const),
  ...Object.entries(maliciousSamples),
])('lexes %s like the complete marked', (_name, text) => {
  expectSameTokens(text);
});

/** Delimiters, line ends with block markers, and complete elements. */
const pieces = fc.constantFrom(
  ...'* ** _ ~ ~~ ` ``` [ ] ( ) ![ ]( < > \\ | : ! " &amp; &#42; a word 12 「語」 é <b> </a> <br> <pre> <!-- -->'.split(
    ' ',
  ),
  ...'www.a.example https://a.example/x_y a@b.example [a]'.split(' '),
  ' ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '  \n',
  '\n- ',
  '\n- [x] ',
  '\n1. ',
  '\n> ',
  '\n# ',
  '\n---\n',
  '\n===\n',
  '\n<div>\n',
  '<a href="x">',
  '\n[a]: /x "t"\n',
  '\n| a | b |\n|---|:-:|\n| c | d |\n',
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const numRuns = Number(process.env['MARKDOWN_RUNS'] ?? 400);

test(
  'lexes random texts like the complete marked',
  () => {
    fc.assert(fc.property(texts, expectSameTokens), {
      numRuns,
      seed: Number(process.env['MARKDOWN_SEED'] ?? 7),
    });
  },
  5_000 + numRuns * 10,
);

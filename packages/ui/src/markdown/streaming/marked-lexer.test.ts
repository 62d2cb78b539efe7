import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { corpus } from './corpus.ts';
import { hostile } from './hostile.ts';
import { MarkdownLexer } from './markdown-lexer.ts';
import { samples } from './samples.ts';

// `marked-lexer.js` is marked without the rules that `BlockTokenizer` replaces. Beside it stands the same lexer on all of
// marked: what one of them reads, the other does.

vi.doMock('./marked-lexer.js', () => vi.importActual('marked'));
vi.resetModules();
const { MarkdownLexer: OnWholeMarked } = await import('./markdown-lexer.ts');

function expectSameTokens(text: string): void {
  const whole = new OnWholeMarked();
  const cut = new MarkdownLexer();
  expect(cut.lex(text), text).toEqual(whole.lex(text));
  expect(cut.tokens.links, text).toEqual(whole.tokens.links);
  expect(new MarkdownLexer().lexOpen(text), text).toEqual(new OnWholeMarked().lexOpen(text));
}

test('the two lexers are built on two modules', () => {
  expect(Object.getPrototypeOf(OnWholeMarked)).not.toBe(Object.getPrototypeOf(MarkdownLexer));
});

test.each([
  ...Object.entries(samples),
  ...Object.entries(corpus).map(([name, { text }]) => [name, text] as const),
  ...Object.entries(hostile),
])('reads %s as all of marked does', (_name, text) => {
  expectSameTokens(text);
});

/** Marks, ends of lines with what may begin there, and wholes. Separated by spaces, which are pieces too. */
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
  'reads random texts as all of marked does',
  () => {
    fc.assert(fc.property(texts, expectSameTokens), {
      numRuns,
      seed: Number(process.env['MARKDOWN_SEED'] ?? 7),
    });
  },
  5_000 + numRuns * 10,
);

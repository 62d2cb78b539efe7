import { afterEach, expect, test, vi } from 'vitest';
import { countLexed } from '../../../stories/markdown/count-lexed.ts';
import { findAutolinks } from './find-autolinks.ts';
import { lex, NO_LINKS } from './lex.ts';
import { createOpenLexer } from './lex-open.ts';
import { MarkdownLexer } from './markdown-lexer.ts';
import { Lexer, Tokenizer } from './marked-lexer.js';
import { MAX_BLOCK } from './read-limits.ts';
import { createMarkdownReader } from './read-markdown.ts';

// Counts instead of times: the characters that the lexer receives, at each level of nesting, while a text streams.

const PIECES = 40;

afterEach(() => vi.restoreAllMocks());

function workFor(text: string): number {
  const split = createMarkdownReader();
  const lexOpen = createOpenLexer();
  return countLexed(() => {
    for (let piece = 1; piece <= PIECES; piece++) {
      const { open, links } = split(text.slice(0, Math.ceil((text.length * piece) / PIECES)));
      if (open?.kind === 'text') lexOpen(open.source.slice(0, MAX_BLOCK), links);
    }
  });
}

const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  'asterisks and words': (n) => '*a **a '.repeat(625 * n),
  'tildes and words': (n) => '~~a '.repeat(625 * n),
  'tildes and letters': (n) => '~~a'.repeat(625 * n),
  'incomplete links': (n) => '[a]('.repeat(1_000 * n),
  'incomplete images': (n) => '![a'.repeat(1_000 * n),
  'opening brackets': (n) => '['.repeat(1_500 * n),
  'spaces and a word': (n) => `a\n${' '.repeat(800 * n)}b`,
  'list markers': (n) => `${'- '.repeat(350 * n)}end`,
  'one long word': (n) => 'a'.repeat(10_000 * n),
};

test.each(Object.entries(SHAPES))('the work for %s is linear in their number', (_name, write) => {
  const [one, two, four] = [workFor(write(1)), workFor(write(2)), workFor(write(4))];
  expect(two).toBeLessThanOrEqual(one * 2.2);
  expect(four).toBeLessThanOrEqual(two * 2.2);
});

test('the work for nested lists is bounded by the block limit', () => {
  const text = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n');
  expect(workFor(text)).toBeLessThan(PIECES * MAX_BLOCK * 40);
});

/** Counts the characters read by the search for autolinks. */
function countAutolinkReads(text: string): number {
  const { charAt } = String.prototype;
  let searched = 0;
  vi.spyOn(String.prototype, 'charAt').mockImplementation(function count(this: string, at: number) {
    searched += 1;
    return charAt.call(this, at);
  });
  findAutolinks(text);
  vi.restoreAllMocks();
  return searched;
}

test.each(['http://', 'http://.', 'www.', 'www.-', '@', 'a@', 'http://a(', 'www.a'])(
  'findAutolinks reads each character of thousands of %j a bounded number of times',
  (beginning) => {
    expect(countAutolinkReads(beginning.repeat(2_000))).toBeLessThan(beginning.length * 2_000 * 5);
  },
);

/** Counts the characters that the lexer passes to a pattern. */
function countPatternInput({ source }: RegExp, text: string): number {
  let given = 0;
  const { exec } = RegExp.prototype;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function count(this: RegExp, rest: string) {
    if (this.source === source) given += rest.length;
    return exec.call(this, rest);
  });
  lex(text, NO_LINKS);
  vi.restoreAllMocks();
  return given;
}

test.each(['\n  line', '\n  <line', '\nline', '\n  [line'])(
  'the underline of a heading is searched for once in a list item of thousands of %j',
  (line) => {
    const searched = countPatternInput(
      Lexer.rules.block.gfm.lheading,
      `- item${line.repeat(MAX_BLOCK / line.length)}`,
    );
    expect(searched).toBeLessThan(3 * MAX_BLOCK);
  },
);

test.each(['|a\n|-|-|\n', '- |a\n  |-|-|\n'])(
  'rows below thousands of invalid table headers (%j) are not read',
  (head) => {
    const searched = countPatternInput(Lexer.rules.block.gfm.table, head.repeat(MAX_BLOCK / head.length));
    expect(searched).toBeLessThan(10 * MAX_BLOCK);
  },
);

test('the number of padded cells in a table is bounded', () => {
  const columns = 2_000;
  const text = `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'b\n'.repeat(5_000)}`;
  const lexer = new MarkdownLexer();
  vi.spyOn(lexer, 'inline');
  lexer.lex(text);
  expect(vi.mocked(lexer.inline).mock.calls.length).toBeLessThan(MAX_BLOCK);
});

test.each(['<?a', '<!-- a', '<![CDATA[ a', '<?>'])(
  'the search for the end of thousands of %j is bounded',
  (tag) => {
    const searched = countPatternInput(Lexer.rules.inline.gfm.tag, tag.repeat(MAX_BLOCK / tag.length));
    expect(searched).toBeLessThan(6_000_000);
  },
);

test('a list in a quote is not lexed again for each of thousands of lazy continuation lines', () => {
  expect(workFor('> - a\nb\n'.repeat(2_000))).toBeLessThan(20 * workFor('> - a\nb\n'.repeat(200)));
});

test('the start of an extension is searched for once per occurrence', () => {
  const given = { inline: 0, block: 0 };
  const lexer = new MarkdownLexer({
    renderers: {},
    childTokens: {},
    startInline: [(rest) => (given.inline += rest.length) && undefined],
    startBlock: [(rest) => (given.block += rest.length) && undefined],
  });
  lexer.lex(`- item${'\n  *a* `b`'.repeat(1_000)}`);
  expect(given.inline).toBeLessThan(20_000 * 4);
  expect(given.block).toBeLessThan(20_000 * 4);
});

test('the end of a link is not searched for in thousands of consecutive backticks', () => {
  const search = vi.spyOn(Tokenizer.prototype, 'link');
  lex(`[${'`'.repeat(MAX_BLOCK - 5)}](x)`, NO_LINKS);
  expect(search).not.toHaveBeenCalledWith(expect.stringMatching(/^\[/));
});

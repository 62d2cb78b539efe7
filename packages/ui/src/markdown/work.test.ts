import type { Token, TokensList } from 'marked';
import { afterEach, expect, test, vi } from 'vitest';
import { createOpenLexer } from './lex-open.ts';
import { MarkdownLexer } from './markdown-lexer.ts';
import { MAX_BLOCK } from './read-limits.ts';
import { createMarkdownReader } from './read-markdown.ts';

// Counts, not times: the characters that are given to the lexer, at each level of nesting, while a text comes in.

const PIECES = 40;

afterEach(() => vi.restoreAllMocks());

function workFor(text: string): number {
  let read = 0;
  const { blockTokens, inlineTokens } = MarkdownLexer.prototype;
  vi.spyOn(MarkdownLexer.prototype, 'blockTokens').mockImplementation(function count(
    this: MarkdownLexer,
    source: string,
    tokens?: TokensList,
    isClipped?: boolean,
  ) {
    read += source.length;
    return blockTokens.call(this, source, tokens, isClipped);
  });
  vi.spyOn(MarkdownLexer.prototype, 'inlineTokens').mockImplementation(function count(
    this: MarkdownLexer,
    source: string,
    tokens?: Token[],
  ) {
    read += source.length;
    return inlineTokens.call(this, source, tokens);
  });
  const split = createMarkdownReader();
  const lexOpen = createOpenLexer();
  for (let piece = 1; piece <= PIECES; piece++) {
    const { open, links } = split(text.slice(0, Math.ceil((text.length * piece) / PIECES)));
    if (open?.kind === 'text') lexOpen(open.source.slice(0, MAX_BLOCK), links);
  }
  vi.restoreAllMocks();
  return read;
}

const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  'stars and words': (n) => '*a **a '.repeat(625 * n),
  'tildes and words': (n) => '~~a '.repeat(625 * n),
  'tildes and letters': (n) => '~~a'.repeat(625 * n),
  'half links': (n) => '[a]('.repeat(1_000 * n),
  'half images': (n) => '![a'.repeat(1_000 * n),
  'opening brackets': (n) => '['.repeat(1_500 * n),
  'spaces and a word': (n) => `a\n${' '.repeat(800 * n)}b`,
  'list marks': (n) => `${'- '.repeat(350 * n)}end`,
  'one long word': (n) => 'a'.repeat(10_000 * n),
};

test.each(Object.entries(SHAPES))('twice as many %s are at most twice the work', (_name, write) => {
  const [one, two, four] = [workFor(write(1)), workFor(write(2)), workFor(write(4))];
  expect(two).toBeLessThanOrEqual(one * 2.2);
  expect(four).toBeLessThanOrEqual(two * 2.2);
});

test('lists that are indented step by step are bounded by the length of a block', () => {
  const text = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n');
  expect(workFor(text)).toBeLessThan(PIECES * MAX_BLOCK * 40);
});

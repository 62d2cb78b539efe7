import type { Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { holdBack } from './hold-back.ts';
import { lex, NO_LINKS } from './lex.ts';
import { createOpenLexer } from './lex-open.ts';
import { MAX_NESTING } from './markdown-lexer.ts';
import { plainWords } from './plain-words.ts';

function depthOf(tokens: readonly Token[]): number {
  return Math.max(
    0,
    ...tokens.map((token) => {
      const items = 'items' in token && Array.isArray(token.items) ? (token.items as Token[]) : [];
      return 1 + depthOf([...items, ...(('tokens' in token && token.tokens) || [])]);
    }),
  );
}

const DEEP: Readonly<Record<string, string>> = {
  'list marks in a line': `${'- '.repeat(1_400)}end`,
  'numbers in a line': `${'1. '.repeat(2_000)}end`,
  'quote marks in a line': `${'> '.repeat(2_500)}end`,
  'quotes and lists in turn': `${'> - '.repeat(2_000)}end`,
  'emphasis in emphasis': `${'*a **a '.repeat(2_500)}end${'** *'.repeat(2_500)}`,
  'struck words in struck words': `${'~~a '.repeat(2_500)}end`,
  'lists indented step by step': Array.from(
    { length: 400 },
    (_, depth) => `${'  '.repeat(depth)}- item`,
  ).join('\n'),
};

describe.each(Object.entries(DEEP))('%s', (_name, text) => {
  it('are read to a bounded depth, at once and open, and no word is lost', () => {
    for (const read of [lex, createOpenLexer()]) {
      const tokens = read(text, NO_LINKS);
      // A list and its item, or a paragraph and its words, are two tokens for one level.
      expect(depthOf(tokens)).toBeLessThanOrEqual(2 * MAX_NESTING + 2);
      const last = text.startsWith('- item') ? 'item' : 'end';
      expect(plainWords(text)).toContain(last);
    }
  });
});

it('nesting that people write is kept', () => {
  const text = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n');
  expect(depthOf(lex(text, NO_LINKS))).toBeGreaterThan(20);
});

it('a last line of spaces and one word is held back or not without backtracking', () => {
  // The count of spaces would take hours with a cubic pattern; a hang ends this test by its time limit.
  const text = `Words before.\n${' '.repeat(200_000)}a`;
  expect(holdBack(text)).toBe(text);
});

import type { Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { lex, NO_LINKS } from './lex.ts';
import { createOpenLexer } from './lex-open.ts';
import { MAX_NESTING } from './markdown-lexer.ts';
import { spokenText } from './spoken-text.ts';
import { trimIncompleteLines } from './trim-incomplete-lines.ts';

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
  'list markers in a line': `${'- '.repeat(1_400)}end`,
  'numbers in a line': `${'1. '.repeat(2_000)}end`,
  'quote markers in a line': `${'> '.repeat(2_500)}end`,
  'alternating quotes and lists': `${'> - '.repeat(2_000)}end`,
  'nested emphasis': `${'*a **a '.repeat(2_500)}end${'** *'.repeat(2_500)}`,
  'nested quotes that a line continues': `${'> '.repeat(5_000)}quoted\nend`,
  'nested strikethrough': `${'~~a '.repeat(2_500)}end`,
  'lists indented step by step': Array.from(
    { length: 400 },
    (_, depth) => `${'  '.repeat(depth)}- item`,
  ).join('\n'),
};

describe.each(Object.entries(DEEP))('%s', (_name, text) => {
  it('nesting is bounded for closed and open blocks, and no text is lost', () => {
    for (const read of [lex, createOpenLexer()]) {
      const tokens = read(text, NO_LINKS);
      // A list and its item, or a paragraph and its text, are two tokens for one level.
      expect(depthOf(tokens)).toBeLessThanOrEqual(2 * MAX_NESTING + 2);
      const last = text.startsWith('- item') ? 'item' : 'end';
      expect(spokenText(text)).toContain(last);
    }
  });
});

it('twelve levels of nesting are preserved', () => {
  const text = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n');
  expect(depthOf(lex(text, NO_LINKS))).toBeGreaterThan(20);
});

it('trimIncompleteLines does not backtrack on a line of many spaces', () => {
  // A cubic pattern would take hours; the time limit of the test would end it.
  const text = `Words before.\n${' '.repeat(200_000)}a`;
  expect(trimIncompleteLines(text)).toBe(text);
});

import { expect, test } from 'vitest';
import { visibleContentOf } from '../../../stories/markdown/visible-content.ts';
import { lex, NO_LINKS } from './lex.ts';
import { MAX_BLOCK, MAX_TOKENS, readableLength } from './read-limits.ts';
import { spokenText } from './spoken-text.ts';

test.each([
  ['short', 10, 5],
  ['one line that is long', 10, 10],
  ['a line\nand more of it', 10, 7],
  ['a\nline that is far longer', 10, 10],
  ['123456789😀', 10, 9],
])('readableLength of %j with the limit %i is %i', (text, limit, length) => {
  expect(readableLength(text, limit)).toBe(length);
});

test('a block has at most MAX_TOKENS tokens, and no text is lost', () => {
  const text = '*a* `b` '.repeat(MAX_TOKENS);
  const [paragraph] = lex(text, NO_LINKS);
  expect(paragraph && 'tokens' in paragraph ? paragraph.tokens?.length : 0).toBeLessThan(MAX_TOKENS + 2);
  expect(visibleContentOf(text).text.match(/a/g)).toHaveLength(MAX_TOKENS);
});

test('spokenText is limited to MAX_BLOCK characters', () => {
  expect(spokenText('word '.repeat(MAX_BLOCK)).length).toBeLessThanOrEqual(MAX_BLOCK);
});

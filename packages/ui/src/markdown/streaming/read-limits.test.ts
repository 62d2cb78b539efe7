import { expect, test } from 'vitest';
import { lex, NO_LINKS } from './lex.ts';
import { outlineOf } from './outline.ts';
import { plainWords } from './plain-words.ts';
import { MAX_BLOCK, MAX_TOKENS, readableLength } from './read-limits.ts';

test.each([
  ['short', 10, 5],
  ['one line that is long', 10, 10],
  ['a line\nand more of it', 10, 7],
  ['a\nline that is far longer', 10, 10],
  ['123456789😀', 10, 9],
])('of %j at most %i characters are read up to %i', (text, limit, length) => {
  expect(readableLength(text, limit)).toBe(length);
});

test('a block is at most so many tokens, and none of its words is lost', () => {
  const text = '*a* `b` '.repeat(MAX_TOKENS);
  const [paragraph] = lex(text, NO_LINKS);
  expect(paragraph && 'tokens' in paragraph ? paragraph.tokens?.length : 0).toBeLessThan(MAX_TOKENS + 2);
  expect(outlineOf(text).letters.match(/a/g)).toHaveLength(MAX_TOKENS);
});

test('only the beginning of a text is read out', () => {
  expect(plainWords('word '.repeat(MAX_BLOCK)).length).toBeLessThanOrEqual(MAX_BLOCK);
});

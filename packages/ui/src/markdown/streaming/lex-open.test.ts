import * as fc from 'fast-check';
import type { Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { samples } from '../../../stories/markdown/samples.ts';
import { NO_LINKS } from './lex.ts';
import { createOpenLexer } from './lex-open.ts';

/** The rendered parts of tokens: without `raw`, and without the `text` of a block, which repeats its child tokens. */
function outline(tokens: readonly Token[]): string {
  return JSON.stringify(tokens, (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return key === 'text' && typeof value === 'string' ? value.trimEnd() : value;
    }
    const { raw: _, ...token } = value as Token;
    if ('tokens' in token) return { ...token, text: undefined };
    return token;
  });
}

const reads = (source: string): string => outline(createOpenLexer()(source, NO_LINKS));

describe.each(Object.entries(samples))('%s', (_name, text) => {
  test.each([1, 2, 4, 7])('streamed in pieces of %i, every prefix is lexed as by a new lexer', (size) => {
    const read = createOpenLexer();
    for (let end = size; end < text.length; end += size) {
      const source = text.slice(0, end);
      expect(outline(read(source, NO_LINKS)), source).toBe(reads(source));
    }
  });
});

test('every prefix of random text is lexed as by a new lexer', () => {
  const piece = fc.constantFrom(
    'word',
    'Wort ',
    ' a',
    '. ',
    ', ',
    '; ',
    '1',
    '1. ',
    '- ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(x)',
    '| ',
    'www',
    '.de',
    'http://',
    'a@b.de',
    '# ',
    '> ',
    '    ',
    '<b>',
    '&amp;',
    '\\',
    '~~',
    '---',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const read = createOpenLexer();
      let source = '';
      for (const next of pieces) {
        source += next;
        expect(outline(read(source, NO_LINKS))).toBe(reads(source));
      }
    }),
    { seed: 5, numRuns: 1500 },
  );
});

test('appended words do not lex the paragraph again', () => {
  const read = createOpenLexer();
  const source = 'A paragraph with **marks** and `code` that ends in words';
  const [before] = read(source, NO_LINKS);
  const [after] = read(`${source} and more of them, one by one`, NO_LINKS);
  const children = (token: Token | undefined): readonly Token[] =>
    token && 'tokens' in token ? (token.tokens ?? []) : [];
  // The token before the last text is the same object: nothing was lexed.
  expect(children(after)[1]).toBe(children(before)[1]);
  expect(children(after).at(-1)).toMatchObject({ text: ' that ends in words and more of them, one by one' });
});

import { Lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { samples } from './samples.ts';
import { type Block, type Split, splitBlocks } from './split-blocks.ts';

const blocksOf = (split: Split): Block[] => (split.open ? [...split.closed, split.open] : [...split.closed]);

/** Cuts a text at pseudo-random places, the same for the same seed. */
function cuts(text: string, seed: number): string[] {
  const pieces: string[] = [];
  let state = seed;
  for (let at = 0; at < text.length; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const length = 1 + (state % 9);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

function streamed(text: string, seed: number): Split {
  let split: Split | undefined;
  let read = '';
  for (const piece of cuts(text, seed)) {
    read += piece;
    split = splitBlocks(read, split);
  }
  return split ?? splitBlocks('');
}

describe.each(Object.entries(samples))('%s', (_name, text) => {
  test.each([1, 2, 3, 42])('streamed in cuts (seed %i), it ends as the same blocks as at once', (seed) => {
    expect(blocksOf(streamed(text, seed))).toEqual(blocksOf(splitBlocks(text)));
  });

  test('a closed block never changes while the text grows', () => {
    let split = splitBlocks('');
    for (let end = 1; end <= text.length; end++) {
      const next = splitBlocks(text.slice(0, end), split);
      expect(next.closed.slice(0, split.closed.length)).toEqual(split.closed);
      split = next;
    }
  });

  test('read block by block, it is the same markdown as read whole', () => {
    const whole = new Lexer().lex(text);
    const parts = blocksOf(splitBlocks(text)).flatMap((block): Token[] => {
      if (block.kind === 'code') return [{ type: 'code', raw: '', text: block.code }];
      const lexer = new Lexer();
      Object.assign(lexer.tokens.links, whole.links);
      return lexer.lex(block.source);
    });
    const outline = (tokens: readonly Token[]): string =>
      JSON.stringify(
        tokens.filter((token) => token.type !== 'space'),
        // `raw` differs by trailing blank lines, `lang` and `codeBlockStyle` are told by the block itself.
        (key, value: unknown) => (['raw', 'lang', 'codeBlockStyle'].includes(key) ? undefined : value),
      );
    expect(outline(parts)).toBe(outline(whole));
  });
});

test('an open fence is a code block from its first line on', () => {
  expect(splitBlocks('Text:\n```ts\nconst a').open).toEqual({
    kind: 'code',
    language: 'ts',
    code: 'const a',
  });
});

test('closing marks that have just arrived are not code', () => {
  expect(splitBlocks('```ts\na\n```').open).toEqual({ kind: 'code', language: 'ts', code: 'a' });
});

test('a text that is replaced instead of continued is read anew', () => {
  const split = splitBlocks('# One\n\ntwo', splitBlocks('Something else\n\nwas here\n\n'));
  expect(split).toEqual(splitBlocks('# One\n\ntwo'));
});

import { Lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { samples } from '../../../stories/markdown/samples.ts';
import { type Block, type Split, splitBlocks } from './split-blocks.ts';

const blocksOf = (split: Split): Block[] => (split.open ? [...split.closed, split.open] : [...split.closed]);

/** Splits a text at pseudo-random positions, deterministic by seed. */
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
  test.each([1, 2, 3, 42])(
    'text streamed in pieces (seed %i) has the same blocks as the complete text',
    (seed) => {
      expect(blocksOf(streamed(text, seed))).toEqual(blocksOf(splitBlocks(text)));
    },
  );

  test('closed blocks do not change while the text grows', () => {
    let split = splitBlocks('');
    for (let end = 1; end <= text.length; end++) {
      const next = splitBlocks(text.slice(0, end), split);
      expect(next.closed.slice(0, split.closed.length)).toEqual(split.closed);
      split = next;
    }
  });

  test('lexing block by block gives the same tokens as lexing the complete text', () => {
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
        // `raw` differs by trailing blank lines, `lang` and `codeBlockStyle` are properties of the block.
        (key, value: unknown) => (['raw', 'lang', 'codeBlockStyle'].includes(key) ? undefined : value),
      );
    expect(outline(parts)).toBe(outline(whole));
  });
});

test('an open fence is a code block from its first line', () => {
  expect(splitBlocks('Text:\n```ts\nconst a').open).toEqual({
    kind: 'code',
    language: 'ts',
    code: 'const a',
  });
});

test('a closing fence without a line break is not code', () => {
  expect(splitBlocks('```ts\na\n```').open).toEqual({ kind: 'code', language: 'ts', code: 'a' });
});

test('a replaced text is parsed from its beginning', () => {
  const split = splitBlocks('# One\n\ntwo', splitBlocks('Something else\n\nwas here\n\n'));
  expect(split).toEqual(splitBlocks('# One\n\ntwo'));
});

import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { countLexed } from '../../../stories/markdown/count-lexed.ts';
import { repeatedShapes } from '../../../stories/markdown/repeated-shapes.ts';
import { mathLexer } from '../math/math-lexer.ts';
import { createOpenLexer } from './lex-open.ts';
import { MAX_NESTING } from './markdown-lexer.ts';
import { Lexer } from './marked-lexer.js';
import { createMarkdownReader } from './read-markdown.ts';

// Counts instead of times: the work of lexing a streamed text is linear in its length, whatever the text repeats.

const PIECES = 3;
const numRuns = Number(process.env['MARKDOWN_SHAPES'] ?? 40);
const seed = Number(process.env['MARKDOWN_SEED'] ?? 7);
const UNDERLINED = Lexer.rules.block.gfm.lheading;
/** The text that the search for an underline passes. */
// linear: each character has one alternative
const PASSED = new RegExp(`${UNDERLINED.source.split('+?)\\n')[0]}+)`);

afterEach(() => vi.restoreAllMocks());

/**
 * Counts the characters that the lexer receives at each level of nesting, the search for an underline, and the `start`
 * functions of an extension.
 */
function workFor(text: string): number {
  let work = 0;
  const { exec } = RegExp.prototype;
  vi.spyOn(UNDERLINED, 'exec').mockImplementation((source) => {
    const found = exec.call(UNDERLINED, source);
    work += (found ?? PASSED.exec(source))?.[0].length ?? 0;
    return found;
  });
  const counted = (starts: typeof mathLexer.startInline): typeof mathLexer.startInline =>
    starts?.map(
      (start) =>
        function count(rest) {
          const at = start.call(this, rest);
          work += at ?? rest.length;
          return at;
        },
    );
  const extension = {
    renderers: {},
    childTokens: {},
    ...mathLexer,
    startInline: counted(mathLexer.startInline) ?? [],
    startBlock: counted(mathLexer.startBlock) ?? [],
  };
  const read = createMarkdownReader();
  const lexOpen = createOpenLexer();
  const lexed = countLexed(() => {
    for (let piece = 1; piece <= PIECES; piece++) {
      const { open, links } = read(text.slice(0, Math.ceil((text.length * piece) / PIECES)));
      if (open?.kind === 'text') lexOpen(open.source, links, extension);
    }
  });
  return lexed + work;
}

const LENGTH = 3_000;
/** Nested text is lexed at each level, link labels twice: the bound for a shape that begins to nest later. */
const nested = (length: number): number => 2 * PIECES * MAX_NESTING * length;

test('the work for any repeated shape is linear in its length, or within the bound for nesting', {
  // Ends a hanging test; generous for a busy machine.
  timeout: 60_000 + numRuns * 300,
}, () => {
  fc.assert(
    fc.property(repeatedShapes, (write) => {
      const [one, two, four] = [LENGTH, 2 * LENGTH, 4 * LENGTH].map((length) => workFor(write(length)));
      expect(two).toBeLessThanOrEqual(Math.max((one ?? 0) * 2.3, nested(2 * LENGTH)));
      expect(four).toBeLessThanOrEqual(Math.max((two ?? 0) * 2.3, nested(4 * LENGTH)));
    }),
    { numRuns, seed },
  );
});

import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { mathLexer } from '../math/math-lexer.ts';
import { countLexed } from './count-lexed.ts';
import { createOpenLexer } from './lex-open.ts';
import { MAX_NESTING } from './markdown-lexer.ts';
import { Lexer } from './marked-lexer.js';
import { createMarkdownReader } from './read-markdown.ts';
import { repeatedShapes } from './repeated-shapes.ts';

// Counts, not times: whatever a text repeats, reading it as it comes in takes work that grows no faster than its length.

const PIECES = 3;
const numRuns = Number(process.env['MARKDOWN_SHAPES'] ?? 40);
const seed = Number(process.env['MARKDOWN_SEED'] ?? 7);
const UNDERLINED = Lexer.rules.block.gfm.lheading;
/** What the search for an underline passes over. */
// linear: each character has one alternative
const PASSED = new RegExp(`${UNDERLINED.source.split('+?)\\n')[0]}+)`);

afterEach(() => vi.restoreAllMocks());

/**
 * The characters that are given to the lexer at each level of nesting, to the search for an underline, and to the functions of an extension that look for its next beginning.
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
/** What is nested is read for each level, words of links once more: a shape that begins to nest later grows up to here. */
const nested = (length: number): number => 2 * PIECES * MAX_NESTING * length;

test('twice as much of any repeated shape is about twice the work, or within what nesting may cost', {
  // Ends a test that hangs, also on a machine that does other things.
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

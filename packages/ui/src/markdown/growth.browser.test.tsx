import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { samples } from '../../stories/markdown/samples.ts';
import { Markdown } from './markdown.tsx';
import { MarkdownLexer } from './streaming/markdown-lexer.ts';

// Counts instead of times: the cost of a piece must depend on the piece, not on the text before it.

const PIECE = 40;
const HALF = 24_000;
const text = samples.response.repeat(Math.ceil((2 * HALF) / samples.response.length));

afterEach(() => vi.restoreAllMocks());

/** Streams `text`, and counts the parsed characters and the changed nodes. */
async function measure() {
  let parsed = 0;
  for (const method of ['lex', 'lexOpen'] as const) {
    const read = MarkdownLexer.prototype[method];
    vi.spyOn(MarkdownLexer.prototype, method).mockImplementation(function count(this: MarkdownLexer, source) {
      parsed += source.length;
      return read.call(this, source);
    });
  }
  const screen = await render(<Markdown text="" isStreaming />);
  let records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(screen.container, { subtree: true, childList: true });
  const take = () => {
    records.push(...observer.takeRecords());
    const counted = {
      parsed,
      created: records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0),
      touched: new Set(records.map(({ target }) => target)),
    };
    parsed = 0;
    records = [];
    return counted;
  };
  const streamTo = async (from: number, to: number) => {
    for (let end = from + PIECE; end <= to; end += PIECE) {
      // oxlint-disable-next-line no-await-in-loop -- a text grows piece by piece
      await screen.rerender(<Markdown text={text.slice(0, end)} isStreaming />);
    }
    return take();
  };
  return { screen, streamTo };
}

test('the work of parsing and rendering is proportional to the new text, not to the existing text', async () => {
  const { screen, streamTo } = await measure();
  const first = await streamTo(0, HALF);
  const parts = [...screen.container.querySelectorAll('[data-slot=markdown-part]')];
  const second = await streamTo(HALF, 2 * HALF);

  expect(second.parsed).toBeLessThan(first.parsed * 1.1);
  expect(second.created).toBeLessThan(first.created * 1.1);
  // A block is parsed for each of its pieces, and once more when it closes.
  expect(first.parsed).toBeLessThan(HALF * 4);
  for (const part of parts.slice(0, -1)) {
    for (const node of second.touched) expect(part.contains(node)).toBe(false);
  }
});

import { describe, expect, it } from 'vitest';
import { chunkText, type TextChunk } from './chunk-text.ts';
import { splitSegments } from './split-segments.ts';

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const cut = (text: string, maxTokens: number, overlapTokens: number, count = countWords): string[] =>
  chunksOf(text, { maxTokens, overlapTokens }, count).map(({ start, end }) => text.slice(start, end));
const chunksOf = (...args: Parameters<typeof chunkText>): TextChunk[] =>
  [...chunkText(...args)].filter((chunk) => chunk !== undefined);

const line = (index: number): string => `line ${index} has six words.`;
const lines = (count: number): string => Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('splitSegments', () => {
  it.each([
    ['lines', 'a\nb\r\n\nc', ['a\n', 'b\r\n', '\n', 'c']],
    ['a short line with sentences', 'One. Two.', ['One. Two.']],
    ['nothing', '', []],
  ])('%s are segments', (_, text, expected) => {
    expect(segmentsOf(text)).toEqual(expected);
  });

  it('a long line is cut after sentences, of any script', () => {
    const english = `${'word '.repeat(30)}end. `;
    const japanese = `${'文'.repeat(100)}。`;
    expect(segmentsOf(english.repeat(3))).toEqual([english, english, english]);
    expect(segmentsOf(japanese.repeat(3))).toEqual([japanese, japanese, japanese]);
  });

  it('a long sentence is cut between words, and a long word anywhere but in a character', () => {
    for (const text of ['word '.repeat(1000), 'x'.repeat(5000), '🌧'.repeat(3000), `x${'🌧'.repeat(3000)}`]) {
      const segments = segmentsOf(text);
      expect(segments.join('')).toBe(text);
      for (const segment of segments) {
        expect(segment.length).toBeLessThanOrEqual(240);
        expect(segment).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
        if (text.startsWith('word')) expect(segment).toMatch(/ $/);
      }
    }
  });

  function segmentsOf(text: string): string[] {
    let start = 0;
    return [...splitSegments(text)].map((end) => {
      const segment = text.slice(start, end);
      start = end;
      return segment;
    });
  }
});

describe('chunkText', () => {
  it('a short text is one chunk without the white space around it', () => {
    expect(cut('  \n a few words \n\n', 800, 400)).toEqual(['a few words']);
  });

  it('white space alone is no chunk, and a pause', () => {
    expect(cut('', 10, 5)).toEqual([]);
    expect(cut(' \n\n\t ', 10, 5)).toEqual([]);
    const blank = chunkText('\n'.repeat(1000), { maxTokens: 10, overlapTokens: 5 }, () => 1);
    expect([...blank].every((chunk) => chunk === undefined)).toBe(true);
  });

  it('chunks have whole lines up to the maximum, and repeat up to the overlap', () => {
    const chunks = cut(lines(5), 12, 5);
    expect(chunks).toEqual([
      `${line(0)}\n${line(1)}`,
      `${line(1)}\n${line(2)}`,
      `${line(2)}\n${line(3)}`,
      `${line(3)}\n${line(4)}`,
    ]);
  });

  it('without an overlap, chunks have each line once', () => {
    expect(cut(lines(4), 12, 0)).toEqual([`${line(0)}\n${line(1)}`, `${line(2)}\n${line(3)}`]);
  });

  it('a segment with more tokens than a chunk is a chunk of its own', () => {
    expect(cut(`short\n${'x '.repeat(50)}\nshort`, 10, 5)).toEqual([
      'short',
      'x '.repeat(50).trim(),
      'short',
    ]);
  });

  it.each([
    ['English', lines(400)],
    ['one word', 'x'.repeat(20_000)],
    ['Japanese', '文の内容は次のとおりである。'.repeat(700)],
  ])('every character of %s is in a chunk, and each chunk begins after the one before', (_, text) => {
    const chunks = chunksOf(text, { maxTokens: 800, overlapTokens: 400 }, (part) => part.length / 4);
    expect(chunks[0]?.start).toBe(0);
    expect(chunks.at(-1)?.end).toBe(text.length);
    for (const [index, { start, end }] of chunks.entries()) {
      expect(end - start).toBeLessThanOrEqual(3200);
      const before = chunks[index - 1];
      if (!before) continue;
      expect(start).toBeGreaterThan(before.start);
      expect(end).toBeGreaterThan(before.end);
      expect(text.slice(before.end, start).trim()).toBe('');
      // About half is repeated.
      expect(before.end - start).toBeGreaterThan(1300);
    }
  });

  it('a long text without a sentence end takes the time of its length', () => {
    const text = `${'word,'.repeat(60)}\n`.repeat(10_000);
    let calls = 0;
    const chunks = chunksOf(text, { maxTokens: 800, overlapTokens: 400 }, (part) => {
      calls += 1;
      return part.length / 4;
    });
    expect(chunks.at(-1)?.end).toBe(text.length - 1);
    expect(calls).toBe(20_000);
  });
});

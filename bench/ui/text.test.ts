import { describe, expect, it } from 'vitest';
import { generateHistory, generateMarkdown, splitText } from './text.ts';

describe('generateMarkdown', () => {
  it('generateMarkdown returns the same text for the same seed, and different text for another seed', () => {
    expect(generateMarkdown(5000, 7)).toBe(generateMarkdown(5000, 7));
    expect(generateMarkdown(5000, 7)).not.toBe(generateMarkdown(5000, 8));
  });

  it('generateMarkdown returns exactly the given length, and a longer text starts with the shorter one', () => {
    const long = generateMarkdown(20_000, 1);
    expect(long).toHaveLength(20_000);
    expect(long.startsWith(generateMarkdown(4_000, 1))).toBe(true);
  });

  it('generateMarkdown contains headings, lists, tables, fences, links and inline formatting', () => {
    const text = generateMarkdown(20_000, 1);
    for (const syntax of [/^## /m, /^- /m, /^1\. /m, /^\| --- \|/m, /^```ts$/m, /\]\(https:/, /\*\*/, / `/]) {
      expect(text).toMatch(syntax);
    }
  });

  it('generateMarkdown contains only ASCII, so that each character is one byte', () => {
    expect(generateMarkdown(20_000, 1)).toMatch(/^[\n -~]*$/);
  });
});

describe('generateHistory', () => {
  it('generateHistory ends with a response for any count', () => {
    expect(generateHistory(4).map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(generateHistory(3).at(-1)?.role).toBe('assistant');
  });

  it('generateHistory generates about 600 characters per message', () => {
    const chars = generateHistory(500).reduce((sum, { text }) => sum + text.length, 0);
    expect(chars / 500).toBeGreaterThan(540);
    expect(chars / 500).toBeLessThan(660);
  });
});

describe('splitText', () => {
  it('splitText returns all characters in order, with a shorter last piece', () => {
    expect(splitText('abcdefghi', 4)).toEqual(['abcd', 'efgh', 'i']);
    expect(splitText('', 4)).toEqual([]);
  });
});

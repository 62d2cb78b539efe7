import { describe, expect, it } from 'vitest';
import { cutText, writeHistory, writeMarkdown } from './text.ts';

describe('writeMarkdown', () => {
  it('writes the same for the same seed, and something else for another one', () => {
    expect(writeMarkdown(5000, 7)).toBe(writeMarkdown(5000, 7));
    expect(writeMarkdown(5000, 7)).not.toBe(writeMarkdown(5000, 8));
  });

  it('writes exactly as much as asked for, and a longer text begins with the shorter', () => {
    const long = writeMarkdown(20_000, 1);
    expect(long).toHaveLength(20_000);
    expect(long.startsWith(writeMarkdown(4_000, 1))).toBe(true);
  });

  it('uses what assistants use: headings, lists, tables, fences and links', () => {
    const text = writeMarkdown(20_000, 1);
    for (const syntax of [/^## /m, /^- /m, /^1\. /m, /^\| --- \|/m, /^```ts$/m, /\]\(https:/, /\*\*/, / `/]) {
      expect(text).toMatch(syntax);
    }
  });

  it('stays within Latin letters, so that a character is a byte everywhere', () => {
    expect(writeMarkdown(20_000, 1)).toMatch(/^[\n -~]*$/);
  });
});

describe('writeHistory', () => {
  it('ends with an answer, whatever the count', () => {
    expect(writeHistory(4).map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(writeHistory(3).at(-1)?.role).toBe('assistant');
  });

  it('writes about 600 characters a message', () => {
    const chars = writeHistory(500).reduce((sum, { text }) => sum + text.length, 0);
    expect(chars / 500).toBeGreaterThan(540);
    expect(chars / 500).toBeLessThan(660);
  });
});

describe('cutText', () => {
  it('loses nothing', () => {
    expect(cutText('abcdefghi', 4)).toEqual(['abcd', 'efgh', 'i']);
    expect(cutText('', 4)).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { cutToRows } from './cut-to-rows.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Line ${index}`).join('\n');

test.each(['', 'Short.', lines(12), 'x'.repeat(960)])(
  'cutToRows returns a text of up to twelve rows whole',
  (text) => {
    expect(cutToRows(text)).toBe(text);
  },
);

test('cutToRows does not count empty lines', () => {
  const paragraphs = lines(12).replaceAll('\n', '\n\n');
  expect(cutToRows(paragraphs)).toBe(paragraphs);
});

test('cutToRows ends after the twelfth line', () => {
  expect(cutToRows(lines(40))).toBe(`${lines(12)}\n`);
});

test('cutToRows counts a long line as several rows, and ends at a word', () => {
  const text = 'word '.repeat(400);
  const cut = cutToRows(text);
  expect(cut).toBe(text.slice(0, 959));
  expect(cut).toMatch(/word$/);
});

test('cutToRows cuts a line without spaces by its characters', () => {
  expect(cutToRows('x'.repeat(5_000))).toHaveLength(960);
});

test('cutToRows never cuts a character in two', () => {
  const cut = cutToRows(`a${'😀'.repeat(1_000)}`);
  expect(cut).not.toMatch(/\p{Cs}/u);
  expect(cut).toHaveLength(959);
});

test('cutToRows counts the further ones of several empty lines, which code shows', () => {
  expect(cutToRows(`\`\`\`\n${'\n'.repeat(5_000)}end`).length).toBeLessThan(20);
});

test('cutToRows returns the same beginning while the text grows', () => {
  const text = `${lines(8)}\n${'word '.repeat(400)}`;
  expect(cutToRows(text)).toBe(cutToRows(text.slice(0, 1_000)));
});

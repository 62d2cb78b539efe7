import { expect, test } from 'vitest';
import { pastedFiles } from './pasted-files.ts';

const pasted = (names: readonly string[], texts: Readonly<Record<string, string>>): readonly string[] =>
  pastedFiles({
    files: names.map((name) => ({ name })),
    types: [...Object.keys(texts), 'Files'],
    text: texts['text/plain'] ?? '',
  }).map(({ name }) => name);

test.each([
  ['a screenshot', ['image.png'], {}],
  ['an image with HTML but no text', ['image.png'], { 'text/html': '<img>' }],
  ['an empty text', ['a.csv'], { 'text/plain': '' }],
  ['blank lines', ['a.csv'], { 'text/plain': ' \r\n' }],
  ['the file’s name', ['notes.pdf'], { 'text/plain': 'notes.pdf' }],
  ['the file’s path', ['notes.pdf'], { 'text/plain': '/home/ada/notes.pdf\n' }],
  ['the file’s path on Windows', ['notes.pdf'], { 'text/plain': 'C:\\ada\\notes.pdf' }],
  [
    'the file’s URL',
    ['my notes.pdf'],
    { 'text/plain': 'file:///home/ada/my%20notes.pdf', 'text/uri-list': '' },
  ],
  ['a URL with a literal percent sign', ['50%.pdf'], { 'text/plain': 'file:///home/ada/50%.pdf' }],
  ['the names of two files', ['a.csv', 'b.csv'], { 'text/plain': 'a.csv\r\nb.csv' }],
] as const)('pastedFiles returns the files of %s', (_, names, texts) => {
  expect(pasted(names, texts)).toEqual(names);
});

test.each([
  ['spreadsheet cells with their image', { 'text/plain': '4\t5', 'text/html': '<table></table>' }],
  ['formatted text with its image', { 'text/plain': 'Two words', 'text/rtf': '{\\rtf1 Two words}' }],
  ['plain text with an image', { 'text/plain': 'Two words' }],
  [
    'formatted text that equals the file’s name',
    { 'text/plain': 'image.png', 'text/html': '<b>image.png</b>' },
  ],
  ['a file’s name and another line', { 'text/plain': 'image.png\nsee above' }],
] as const)('pastedFiles returns no files for %s', (_, texts) => {
  expect(pasted(['image.png'], texts)).toEqual([]);
});

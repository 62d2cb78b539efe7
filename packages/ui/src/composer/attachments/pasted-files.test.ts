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
  ['an image with the HTML that shows it, without a text', ['image.png'], { 'text/html': '<img>' }],
  ['an empty text', ['a.csv'], { 'text/plain': '' }],
  ['blank lines', ['a.csv'], { 'text/plain': ' \r\n' }],
  ['the file’s name', ['notes.pdf'], { 'text/plain': 'notes.pdf' }],
  ['its path', ['notes.pdf'], { 'text/plain': '/home/ada/notes.pdf\n' }],
  ['its path on Windows', ['notes.pdf'], { 'text/plain': 'C:\\ada\\notes.pdf' }],
  ['its address', ['my notes.pdf'], { 'text/plain': 'file:///home/ada/my%20notes.pdf', 'text/uri-list': '' }],
  ['an address with a stray percent sign', ['50%.pdf'], { 'text/plain': 'file:///home/ada/50%.pdf' }],
  ['the names of two files', ['a.csv', 'b.csv'], { 'text/plain': 'a.csv\r\nb.csv' }],
] as const)('files are attached with %s beside them', (_, names, texts) => {
  expect(pasted(names, texts)).toEqual(names);
});

test.each([
  ['cells with their picture', { 'text/plain': '4\t5', 'text/html': '<table></table>' }],
  ['formatted words with their picture', { 'text/plain': 'Two words', 'text/rtf': '{\\rtf1 Two words}' }],
  ['words alone with a picture', { 'text/plain': 'Two words' }],
  [
    'formatted words that are the file’s name',
    { 'text/plain': 'image.png', 'text/html': '<b>image.png</b>' },
  ],
  ['a file’s name and a line more', { 'text/plain': 'image.png\nsee above' }],
] as const)('%s stay a text', (_, texts) => {
  expect(pasted(['image.png'], texts)).toEqual([]);
});

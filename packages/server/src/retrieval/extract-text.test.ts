import { describe, expect, it } from 'vitest';
import { readAllBytes } from '../shared/byte-stream.ts';
import { extractText } from './extract-text.ts';

const extract = (filename: string, bytes: Uint8Array<ArrayBuffer>, maxChars = 1000) =>
  extractText({
    filename,
    content: new Blob([bytes]).stream(),
    maxChars,
    pause: async () => {},
    readDocument: async ({ format, content }) => ({
      text: `${format}: ${(await readAllBytes(content)).byteLength}`,
    }),
  });
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('extractText', () => {
  it.each([
    ['notes.md', '# Head\n\n- item'],
    ['data.json', '{"a": "<b>"}'],
    ['table.csv', 'a,b\n1,2\n'],
    ['main.ts', 'if (a < b) return <p>text</p>;'],
    ['unknown.xyz', 'größe'],
  ])('%s has its text as it is', async (name, text) => {
    expect(await extract(name, utf8(text))).toEqual({ text });
  });

  it.each([
    ['page.html', '<p>one<p>two'],
    ['page.HTM', '<p>one<p>two'],
    ['page', '<!doctype html><p>one<p>two'],
    ['page.txt', '\n<html lang="en"><p>one<p>two'],
  ])('%s with HTML has the text without tags', async (name, html) => {
    expect(await extract(name, utf8(html))).toEqual({ text: 'one\ntwo' });
  });

  it.each([
    ['a.doc', latin1('\xd0\xcf\x11\xe0\xa1\xb1'), 'unsupported_file'],
    ['a.png', latin1('\x89PNG\r\n\x1a\n\0'), 'unsupported_file'],
    ['a.txt', utf8('x'.repeat(1001)), 'invalid_file'],
  ])('%s is refused with the reason', async (name, bytes, code) => {
    expect(await extract(name, bytes)).toEqual({ error: { code, message: expect.any(String) } });
  });

  it.each([
    ['a.pdf', latin1('%PDF-1.7\n\xe2\xe3'), 'pdf: 11'],
    ['a.txt', latin1('%PDF-1.7\n\xe2\xe3'), 'pdf: 11'],
    ['a.docx', latin1('PK\x03\x04\0\0'), 'zip: 6'],
  ])('%s is read as a document by its first bytes, whole', async (name, bytes, text) => {
    expect(await extract(name, bytes)).toEqual({ text });
  });

  it('a text whose name is that of a document is a text', async () => {
    expect(await extract('a.pdf', utf8('%PDX'))).toEqual({ text: '%PDX' });
  });

  it.each([
    ['a.txt', new Uint8Array(0)],
    ['a.html', utf8('<script>alert(1)</script>')],
  ])('%s may have no text', async (name, bytes) => {
    expect(await extract(name, bytes)).toEqual({ text: '' });
  });
});

import { describe, expect, it } from 'vitest';
import { extractText } from './extract-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('extractText', () => {
  it.each([
    ['notes.md', '# Head\n\n- item'],
    ['data.json', '{"a": "<b>"}'],
    ['table.csv', 'a,b\n1,2\n'],
    ['main.ts', 'if (a < b) return <p>text</p>;'],
    ['unknown.xyz', 'größe'],
  ])('%s has its text as it is', (name, text) => {
    expect(extractText(name, utf8(text))).toEqual({ text });
  });

  it.each([
    ['page.html', '<p>one<p>two'],
    ['page.HTM', '<p>one<p>two'],
    ['page', '<!doctype html><p>one<p>two'],
    ['page.txt', '\n<html lang="en"><p>one<p>two'],
  ])('%s with HTML has the text without tags', (name, html) => {
    expect(extractText(name, utf8(html))).toEqual({ text: 'one\ntwo' });
  });

  it.each([
    ['a.pdf', Uint8Array.from('%PDF-1.7\n\xe2\xe3', (char) => char.charCodeAt(0)), 'unsupported_file'],
    ['a.docx', Uint8Array.from('PK\x03\x04\0\0', (char) => char.charCodeAt(0)), 'unsupported_file'],
    ['a.txt', utf8(' \n\t'), 'invalid_file'],
    ['a.txt', new Uint8Array(0), 'invalid_file'],
    ['a.html', utf8('<script>alert(1)</script>'), 'invalid_file'],
  ])('%s without text is refused with the reason', (name, bytes, code) => {
    expect(extractText(name, bytes)).toEqual({ error: { code, message: expect.any(String) } });
  });
});

import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, { isLittle, hasMark }: { isLittle: boolean; hasMark: boolean }): Uint8Array {
  const units = hasMark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it.each(['', 'plain', 'größe 契約 🌧', 'two\r\nlines\t'])('%j in UTF-8 is decoded', (text) => {
    expect(decodeText(utf8(text))).toBe(text);
    expect(decodeText(utf8(`\uFEFF${text}`))).toBe(text);
  });

  it.each([true, false])('UTF-16 is decoded, little-endian: %s', (isLittle) => {
    const text = 'A text in an alphabet, größer';
    expect(decodeText(utf16(text, { isLittle, hasMark: true }))).toBe(text);
    expect(decodeText(utf16(text, { isLittle, hasMark: false }))).toBe(text);
    const other = '契約書の内容';
    expect(decodeText(utf16(other, { isLittle, hasMark: true }))).toBe(other);
  });

  it.each([
    ['an image', Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (char) => char.charCodeAt(0))],
    ['Latin-1', Uint8Array.from('größe', (char) => char.charCodeAt(0))],
    ['a zero byte', utf8('a\0b')],
    ['half a character', utf8('🌧').subarray(0, 3)],
    ['half a surrogate pair', utf16('text and \uD83C', { isLittle: true, hasMark: true })],
    ['an odd number of bytes in UTF-16', utf16('text', { isLittle: true, hasMark: true }).subarray(0, 9)],
  ])('%s is no text', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });
});

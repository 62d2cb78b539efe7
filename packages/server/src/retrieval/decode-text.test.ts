import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const SLICE_BYTES = 2 ** 18;
const pause = async (): Promise<void> => {};
const decode = (bytes: Uint8Array<ArrayBuffer>, maxChars = 10_000_000) =>
  decodeText(new Blob([bytes]).stream(), maxChars, pause);

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(
  text: string,
  { isLittle, hasMark }: { isLittle: boolean; hasMark: boolean },
): Uint8Array<ArrayBuffer> {
  const units = hasMark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it.each(['', 'plain', 'größe 契約 🌧', 'two\r\nlines\t'])('%j in UTF-8 is decoded', async (text) => {
    expect(await decode(utf8(text))).toEqual({ text: text });
    expect(await decode(utf8(`\uFEFF${text}`))).toEqual({ text: text });
  });

  it.each([true, false])('UTF-16 is decoded, little-endian: %s', async (isLittle) => {
    const text = 'A text in an alphabet, größer';
    expect(await decode(utf16(text, { isLittle, hasMark: true }))).toEqual({ text: text });
    expect(await decode(utf16(text, { isLittle, hasMark: false }))).toEqual({ text: text });
    const other = '契約書の内容';
    expect(await decode(utf16(other, { isLittle, hasMark: true }))).toEqual({ text: other });
  });

  it.each([
    ['an image', Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (char) => char.charCodeAt(0))],
    ['Latin-1', Uint8Array.from('größe', (char) => char.charCodeAt(0))],
    ['a zero byte', utf8('a\0b')],
    ['half a character', utf8('🌧').subarray(0, 3)],
    ['half a surrogate pair', utf16('text and \uD83C', { isLittle: true, hasMark: true })],
    ['an odd number of bytes in UTF-16', utf16('text', { isLittle: true, hasMark: true }).subarray(0, 9)],
  ])('%s is no text', async (_, bytes) => {
    expect(await decode(bytes)).toEqual({ problem: 'binary' });
  });

  it.each(['utf-8', 'utf-16'])(
    'a long text in %s is decoded in slices, between characters',
    async (encoding) => {
      const text = `${'x'.repeat(SLICE_BYTES - 1)}🌧${'größe '.repeat(SLICE_BYTES)}`;
      const bytes = encoding === 'utf-8' ? utf8(text) : utf16(text, { isLittle: true, hasMark: true });
      let pauses = 0;
      const decoded = await decodeText(new Blob([bytes]).stream(), text.length, async () => {
        pauses += 1;
      });
      expect(decoded).toEqual({ text });
      expect(pauses).toBe(Math.ceil(bytes.length / SLICE_BYTES));
    },
  );

  it('a text that is too long is not read to its end', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(SLICE_BYTES).fill(0x61));
      },
      cancel() {
        isCancelled = true;
      },
    });
    expect(await decodeText(endless, 3 * SLICE_BYTES, pause)).toEqual({ problem: 'too_long' });
    expect(sent).toBeLessThan(8);
    expect(isCancelled).toBe(true);
  });

  it('a stream that breaks off rejects', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('The file was deleted.'));
      },
    });
    await expect(decodeText(broken, 10, pause)).rejects.toThrow('The file was deleted.');
  });
});

import { expect, test } from 'vitest';
import { pngPixels } from './png-pixels.ts';

test('the pixels of a PNG are those that its header declares', () => {
  const png = Buffer.alloc(24);
  png.write('\x89PNG\r\n\x1a\n', 'latin1');
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(70_000, 20);
  expect(pngPixels(new Uint8Array(png))).toBe(4_200_000_000);
  expect(pngPixels(new Uint8Array(png).subarray(0, 23))).toBeUndefined();
});

test('bytes of another type have no pixels', () => {
  expect(pngPixels(new Uint8Array(100))).toBeUndefined();
});

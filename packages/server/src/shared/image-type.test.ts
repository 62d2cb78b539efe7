import { expect, it } from 'vitest';
import { detectImageType } from './image-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

it.each([
  ['\x89PNG\r\n\x1a\n and more', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a\x01', 'image/gif'],
  ['RIFF\x10\0\0\0WEBPVP8', 'image/webp'],
  ['RIFF\x10\0\0\0WAVE', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
  ['\x89PN', undefined],
  ['', undefined],
])('the image type of %j is %s', (text, type) => {
  expect(detectImageType(bytes(text))).toBe(type);
});

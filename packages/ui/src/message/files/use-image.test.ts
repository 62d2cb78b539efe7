import { expect, it } from 'vitest';
import { toImage } from './use-image.ts';

const blob = (text: string, type: string) =>
  new Blob([Uint8Array.from(text, (char) => char.charCodeAt(0))], { type });

it.each([
  ['\x89PNG\r\n\x1a\n and more', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a\x01', 'image/gif'],
  ['RIFF\x10\n\0\0WEBPVP8', 'image/webp'],
])('toImage detects the type of %j as %s, whatever the declared type', async (text, type) => {
  const image = await toImage(blob(text, 'text/html'));
  expect(image?.type).toBe(type);
  expect(image?.size).toBe(text.length);
});

it.each([['<svg xmlns="http://www.w3.org/2000/svg"/>'], ['<script>alert(1)</script>'], ['']])(
  'toImage returns null for %j, whatever the declared type',
  async (text) => {
    expect(await toImage(blob(text, 'image/png'))).toBeNull();
  },
);

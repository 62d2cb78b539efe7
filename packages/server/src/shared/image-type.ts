type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** By their first bytes; dots stand for any. */
const BEGINNINGS: readonly (readonly [string, ImageType])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBP', 'image/webp'],
];

/** The kind of image that the bytes are, among those that nothing can run in. Undefined for all else. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  return BEGINNINGS.find(([beginning]) =>
    Array.from(beginning).every((char, at) => char === '.' || bytes[at] === char.charCodeAt(0)),
  )?.[1];
}

type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** First bytes of each type; a dot matches any byte. */
const BEGINNINGS: readonly (readonly [string, ImageType])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBP', 'image/webp'],
];

/** The image type by the first bytes, limited to types that cannot contain scripts; otherwise undefined. */
export function detectImageType(bytes: Uint8Array): ImageType | undefined {
  return BEGINNINGS.find(([beginning]) =>
    Array.from(beginning).every((char, at) => char === '.' || bytes[at] === char.charCodeAt(0)),
  )?.[1];
}

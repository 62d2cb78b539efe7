/** By their first bytes, written as Latin letters; dots stand for any. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBP', 'image/webp'],
];

/**
 * What the bytes are, whatever their sender called them; null when they are no image of a kind that nothing can run
 * in. An address made of the result is harmless also where someone opens it in a tab.
 */
export async function toImage(content: Blob): Promise<Blob | null> {
  try {
    const bytes = new Uint8Array(await content.slice(0, 12).arrayBuffer());
    const type = BEGINNINGS.find(([beginning]) =>
      Array.from(beginning).every((char, at) => char === '.' || bytes[at] === char.charCodeAt(0)),
    )?.[1];
    return type === undefined ? null : content.slice(0, content.size, type);
  } catch {
    // A file of this machine that was changed or moved since it was chosen.
    return null;
  }
}

'use client';

import { useEffect, useState } from 'react';

/** The image in `content`; null if it is not an image, undefined while it is read. */
export function useImage(content: Blob | undefined): Blob | null | undefined {
  const [read, setRead] = useState<{ content: Blob; image: Blob | null }>();
  useEffect(() => {
    if (!content) return;
    let isStale = false;
    void toImage(content).then((image) => {
      if (!isStale) setRead({ content, image });
    });
    return () => {
      isStale = true;
    };
  }, [content]);
  return read?.content === content ? read?.image : undefined;
}

/** Magic bytes as Latin-1 text; a dot matches any byte. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBP', 'image/webp'],
];

/**
 * Detects the image type from the bytes, ignoring the declared type. Returns null unless the type is a raster format that
 * cannot contain scripts, so that an object URL of the result is safe to open in a tab.
 */
export async function toImage(content: Blob): Promise<Blob | null> {
  try {
    const bytes = new Uint8Array(await content.slice(0, 12).arrayBuffer());
    const type = BEGINNINGS.find(([beginning]) =>
      Array.from(beginning).every((char, at) => char === '.' || bytes[at] === char.charCodeAt(0)),
    )?.[1];
    return type === undefined ? null : content.slice(0, content.size, type);
  } catch {
    // A local file that was changed or moved after it was selected.
    return null;
  }
}

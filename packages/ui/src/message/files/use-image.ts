'use client';

import { useEffect, useState } from 'react';
import { toImage } from './to-image.ts';

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

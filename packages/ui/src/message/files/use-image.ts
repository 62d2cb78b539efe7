'use client';

import { useEffect, useState } from 'react';
import { toImage } from './to-image.ts';

/** The image in `content`; null where it is none, undefined until that is known. */
export function useImage(content: Blob | undefined): Blob | null | undefined {
  const [read, setRead] = useState<{ content: Blob; image: Blob | null }>();
  // The first bytes are read, which takes a turn.
  useEffect(() => {
    if (!content) return;
    let isGone = false;
    void toImage(content).then((image) => {
      if (!isGone) setRead({ content, image });
    });
    return () => {
      isGone = true;
    };
  }, [content]);
  return read?.content === content ? read?.image : undefined;
}

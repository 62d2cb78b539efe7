'use client';

import { type RefCallback, useCallback } from 'react';

/** A ref that shows `blob` in an `<img>`. The object URL is revoked when the element unmounts. */
export function useBlobSource(blob: Blob): RefCallback<HTMLImageElement> {
  return useCallback(
    (image) => {
      if (!image) return;
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}

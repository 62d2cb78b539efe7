'use client';

import { useEffect, useState } from 'react';

/** How long a copy button says that it has copied. */
const SAID_MS = 1600;

/**
 * Copies texts and says for a moment that it did. Where the clipboard refuses (no permission, an insecure
 * origin) nothing is said: the text can still be selected.
 */
export function useCopy(): { readonly copied: boolean; copy(text: string): void } {
  const [copied, setCopied] = useState(false);
  // Joins the page's clock, to take the word back.
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string): void => {
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy };
}

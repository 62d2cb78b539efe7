'use client';

import { useEffect, useState } from 'react';

/** How long a copy button shows that the text was copied. */
const COPIED_MS = 1600;

/**
 * Copies text to the clipboard; `copied` is `true` for a moment afterwards. If the clipboard is not available (no permission,
 * insecure origin), `copied` stays `false`: the text can still be selected.
 */
export function useCopy(): { readonly copied: boolean; copy(text: string): void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    // Not the timer of `useEnvironment()`: markdown is also rendered without a `ThreadkitProvider`.
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
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

'use client';

import type { ThreadkitError } from '@threadkit/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useAnnounce } from '../internals/announcer.tsx';
import { Button } from '../internals/button.tsx';
import { describeError } from '../internals/notice/describe-error.ts';
import { useStrings } from '../locales/locale-provider.tsx';

export interface LoadOlderProps {
  isLoading: boolean;
  /** Why the last attempt failed. */
  error: ThreadkitError | null;
  onLoad: () => void;
}

/**
 * Loads the messages before the oldest one that is shown; the caller renders it while there are some. An attempt that
 * failed is described beside the button and announced, and the button tries again.
 */
export function LoadOlder({ isLoading, error, onLoad }: LoadOlderProps): ReactNode {
  const strings = useStrings();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  // The button leaves the document with the focus: the conversation takes it.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own && document.activeElement === own)
        own.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    };
  }, []);
  const failure =
    error && !isLoading ? `${strings.thread.olderFailed} ${describeError(error, strings).text}` : undefined;
  // Each failed attempt is announced, also where it failed for the same reason.
  useEffect(() => {
    if (failure !== undefined) announce(failure);
  }, [announce, failure]);
  return (
    <div data-slot="thread-older-line">
      <Button
        ref={button}
        data-slot="thread-older"
        variant="quiet"
        aria-disabled={isLoading}
        onClick={() => {
          if (!isLoading) onLoad();
        }}
      >
        {failure === undefined ? strings.thread.loadOlder : strings.error.tryAgain}
      </Button>
      {failure !== undefined && <p data-slot="thread-older-error">{failure}</p>}
    </div>
  );
}

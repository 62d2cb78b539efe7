'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from '../internals/button.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface LoadOlderProps {
  isLoading: boolean;
  onLoad: () => void;
}

/** Stands above the oldest message that is shown, and goes when there is none before it. */
export function LoadOlder({ isLoading, onLoad }: LoadOlderProps): ReactNode {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  // Joins the document's focus: what had it goes away, and the reader goes on in the conversation.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own && document.activeElement === own)
        own.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <Button
      ref={button}
      data-slot="thread-older"
      look="quiet"
      aria-disabled={isLoading}
      onClick={() => {
        if (!isLoading) onLoad();
      }}
    >
      {words.thread.loadOlder}
    </Button>
  );
}

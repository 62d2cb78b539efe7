'use client';

import { type RefCallback, useCallback, useRef, useState } from 'react';
import { attachScrollPosition, type ScrollOwner } from './attach-scroll-position.ts';

export interface ScrollPositionParts {
  /** Ref of the scrolling element. The size of its first child element is observed. */
  readonly viewportRef: RefCallback<HTMLElement>;
  /** False from the first scroll up until the end is followed again. */
  readonly atEnd: boolean;
  /** Scrolls to the end and follows it again. */
  scrollToBottom(): void;
  /** Focuses the scrolling element without scrolling. */
  focusViewport(): void;
}

/**
 * The scroll position of an element. It follows the end while the content grows, until the user scrolls up; from then
 * on the first row in view stays in place. Scrolling down near the end follows the end again.
 */
export function useScrollPosition(): ScrollPositionParts {
  const [atEnd, setAtEnd] = useState(true);
  const owner = useRef<ScrollOwner>(undefined);
  const viewport = useRef<HTMLElement>(null);
  const scrollToBottom = useCallback(() => owner.current?.followEnd(), []);
  const focusViewport = useCallback(() => viewport.current?.focus({ preventScroll: true }), []);

  const viewportRef = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const own = attachScrollPosition(element, setAtEnd);
    owner.current = own;
    viewport.current = element;
    setAtEnd(true);
    return () => {
      owner.current = undefined;
      viewport.current = null;
      own.detach();
    };
  }, []);

  return { viewportRef, atEnd, scrollToBottom, focusViewport };
}

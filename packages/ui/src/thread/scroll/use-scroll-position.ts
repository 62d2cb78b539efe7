'use client';

import { type RefCallback, useCallback, useRef, useState } from 'react';
import { attachScrollPosition, type ScrollOwner } from './attach-scroll-position.ts';

export interface ScrollPositionParts {
  /** For the element that scrolls. Its first child element is watched for growth. */
  readonly viewportRef: RefCallback<HTMLElement>;
  /** False from the reader's first step up until the end is followed again. */
  readonly atEnd: boolean;
  /** Goes to the end and follows it again. */
  scrollToEnd(): void;
}

/**
 * The scroll position of an element: it follows the end while its content grows, until the reader scrolls up. Then the
 * first row in view stays where it is. A step down near the end begins to follow again.
 */
export function useScrollPosition(): ScrollPositionParts {
  const [atEnd, setAtEnd] = useState(true);
  const owner = useRef<ScrollOwner>(undefined);
  const scrollToEnd = useCallback(() => owner.current?.followEnd(), []);

  // Joins the viewport's own scroll and resize events; React hands the node over and takes it back.
  const viewportRef = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return;
    const own = attachScrollPosition(element, setAtEnd);
    owner.current = own;
    setAtEnd(true);
    return () => {
      owner.current = undefined;
      own.detach();
    };
  }, []);

  return { viewportRef, atEnd, scrollToEnd };
}

'use client';

import { type RefCallback, useCallback, useRef, useState } from 'react';
import { observeSize } from './observe-size.ts';

/** How near to the end, in CSS pixels, still counts as "at the end". */
const NEAR_END_PX = 24;

export interface StickToEnd {
  /** For the element that scrolls. Its first child element is watched for growth. */
  readonly viewportRef: RefCallback<HTMLElement>;
  /** False once the reader has scrolled away from the end. */
  readonly atEnd: boolean;
  /** Goes to the end and sticks to it again. */
  scrollToEnd(): void;
  /** Call before content is put above the first row: that row then stays where it is seen, once. */
  holdPlace(): void;
}

/** A row, and how far it is from the top of all that can be scrolled. */
interface HeldPlace {
  readonly row: Element;
  readonly offset: number;
}

function offsetIn(viewport: HTMLElement, row: Element): number {
  return row.getBoundingClientRect().top + viewport.scrollTop;
}

/**
 * Keeps a scrolling element at its end while its content grows, until the reader scrolls away; coming back to
 * the end sticks again. It only ever moves the view while stuck, so it never fights a reader.
 */
export function useStickToEnd(): StickToEnd {
  const [atEnd, setAtEnd] = useState(true);
  const viewport = useRef<HTMLElement | null>(null);
  const stuck = useRef(true);

  const scrollToEnd = useCallback(() => {
    stuck.current = true;
    setAtEnd(true);
    const element = viewport.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  // Browsers hold a place by themselves, but not at the very top, where it is needed here, and not all do.
  const held = useRef<HeldPlace | undefined>(undefined);
  const holdPlace = useCallback(() => {
    const element = viewport.current;
    const row = element?.querySelector('[data-slot="row-group"], [data-slot="message"], [data-slot="turn"]');
    if (!element || !row) return;
    element.style.overflowAnchor = 'none';
    held.current = { row, offset: offsetIn(element, row) };
  }, []);

  // Joins the viewport's own scroll and resize events; React hands the node over and takes it back.
  const viewportRef = useCallback<RefCallback<HTMLElement>>((element) => {
    viewport.current = element;
    if (!element) return;
    let lastTop = element.scrollTop;
    let lastHeight = element.scrollHeight;

    const onScroll = (): void => {
      // What `follow` did itself: it comes with every frame of an answer, and asking the layout is not free.
      if (stuck.current && element.scrollTop === lastTop) return;
      const distance = element.scrollHeight - element.clientHeight - element.scrollTop;
      const movedUp = element.scrollTop < lastTop - 1;
      // Content that shrank also lowers scrollTop: that is not the reader's doing.
      const shrank = element.scrollHeight < lastHeight - 1;
      if (distance <= NEAR_END_PX) stuck.current = true;
      else if (movedUp && !shrank) stuck.current = false;
      lastTop = element.scrollTop;
      lastHeight = element.scrollHeight;
      setAtEnd(stuck.current || distance <= NEAR_END_PX);
    };
    const keepPlace = ({ row, offset }: HeldPlace): void => {
      const moved = row.isConnected ? offsetIn(element, row) - offset : 0;
      if (moved === 0) return;
      element.scrollTop += moved;
      element.style.overflowAnchor = '';
      held.current = undefined;
    };
    const follow = (): void => {
      // The view may have been moved since its last event.
      onScroll();
      if (stuck.current) element.scrollTop = element.scrollHeight;
      else if (held.current) keepPlace(held.current);
      lastTop = element.scrollTop;
      lastHeight = element.scrollHeight;
    };

    const content = element.firstElementChild;
    const stopObserving = observeSize(content ? [element, content] : [element], follow);
    element.addEventListener('scroll', onScroll, { passive: true });
    follow();
    return () => {
      viewport.current = null;
      stopObserving();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { viewportRef, atEnd, scrollToEnd, holdPlace };
}

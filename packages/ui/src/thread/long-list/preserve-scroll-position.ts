import type { Scroller } from './scroller.ts';

/**
 * Does something that may change heights above what is read, and leaves `anchor` where it is seen. By hand,
 * because not every browser holds a place by itself, and none does at the very top.
 */
export function preserveScrollPosition(
  { element }: Scroller,
  anchor: Element | undefined,
  change: () => void,
): void {
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const { overflowAnchor } = element.style;
  element.style.overflowAnchor = 'none';
  change();
  const moved = anchor?.isConnected ? anchor.getBoundingClientRect().top - before : 0;
  if (moved !== 0) element.scrollTop += moved;
  element.style.overflowAnchor = overflowAnchor;
}

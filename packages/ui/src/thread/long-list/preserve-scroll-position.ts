import type { Scroller } from './scroller.ts';

/**
 * Runs a change of heights above the viewport and keeps `anchor` at its position on the screen. In script, because not
 * every browser has scroll anchoring, and none anchors at the very top.
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

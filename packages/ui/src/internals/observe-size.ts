/**
 * Calls `onResize` when the size of an element changes, and once at the start, like `ResizeObserver`. Does nothing without
 * `ResizeObserver` (jsdom).
 *
 * @returns Stops observing.
 */
export function observeSize(elements: readonly Element[], onResize: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(onResize);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}

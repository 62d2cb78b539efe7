/**
 * Calls back when one of the elements changes its size, and once at the start, as `ResizeObserver` does. A document
 * without layout (jsdom) has no `ResizeObserver`, and no size that could change.
 *
 * @returns Ends the observation.
 */
export function observeSize(elements: readonly Element[], onResize: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(onResize);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Ref of an element that floats: shows it in the page's top layer. There no ancestor clips it, and it still inherits
 * theme, language and direction from its place in the document, which a portal to the body does not. Browsers without
 * popovers leave it where it is.
 */
export function showInTopLayer(element: HTMLElement | null): void {
  if (!element) return;
  element.popover = 'manual';
  element.showPopover?.();
}

/** Ref of Radix's `Popper.Content`: shows its wrapper, which is what Radix positions, in the top layer. */
export function showPopperInTopLayer(content: HTMLElement | null): void {
  const wrapper = content?.parentElement;
  if (!wrapper) return;
  wrapper.dataset['slot'] = 'popper';
  showInTopLayer(wrapper);
}

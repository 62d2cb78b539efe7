/**
 * Ref of Radix's `Popper.Content`: shows its wrapper, which Radix positions, in the page's top layer. There no ancestor
 * clips it, and it still inherits theme, language and direction from its place in the document, which a portal to the
 * body does not. Browsers without popovers leave it where it is.
 */
export function showInTopLayer(content: HTMLElement | null): void {
  const wrapper = content?.parentElement;
  if (!wrapper) return;
  wrapper.dataset['slot'] = 'popper';
  wrapper.popover = 'manual';
  wrapper.showPopover?.();
}

/** An element that is open, streaming or focused. */
const IN_USE = '[data-live], [data-state="open"], :focus';

/** Whether a rendered group must not become text, although it is far from the viewport: its state would be lost. */
export function isInUse(group: HTMLElement): boolean {
  return group.querySelector(IN_USE) !== null || holdsSelection(group);
}

/** Whether a selection reaches into the group: replacing its elements would end the selection. */
export function holdsSelection(group: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(group, true);
}

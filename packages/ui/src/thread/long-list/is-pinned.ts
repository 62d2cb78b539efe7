/** Opened by the reader, still being written, or where the keyboard is. */
const IN_USE = '[data-live], [data-state="open"], :focus';

/** Whether a rendered group must stay although it is far from view: something in it would be lost. */
export function isInUse(group: HTMLElement): boolean {
  return group.querySelector(IN_USE) !== null || holdsSelection(group);
}

/** Whether a selection reaches into it: other elements in its place would end the selection. */
export function holdsSelection(group: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(group, true);
}

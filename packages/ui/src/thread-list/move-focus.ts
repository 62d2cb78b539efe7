const ROWS = '[data-slot="thread-row-open"]';

function rowsOf(list: Element | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
}

/** Goes to another row, as a key says; the ends are ends. Returns whether the key means that. */
export function moveFocus(list: Element, from: EventTarget, key: string): boolean {
  const rows = rowsOf(list);
  const index = rows.findIndex((row) => row === from);
  if (index < 0) return false;
  switch (key) {
    case 'ArrowDown':
      rows[index + 1]?.focus();
      return true;
    case 'ArrowUp':
      rows[index - 1]?.focus();
      return true;
    case 'Home':
      rows[0]?.focus();
      return true;
    case 'End':
      rows.at(-1)?.focus();
      return true;
    default:
      return false;
  }
}

/** Goes from a row that is about to disappear to the one below, else above, else to the beginning of a thread. */
export function leaveRow(row: Element): void {
  const list = row.closest('[data-slot="thread-list"]');
  const rows = rowsOf(list).filter((other) => !row.contains(other));
  const isBelow = (other: Element): boolean =>
    (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = rows.find(isBelow) ?? rows.at(-1);
  (next ?? list?.querySelector<HTMLElement>('[data-slot="thread-list-new"]'))?.focus();
}

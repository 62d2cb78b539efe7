/**
 * Moves the focus away from a row that is about to unmount: to the row below, else to the one above, else to the
 * "New thread" button.
 */
export function focusNextRow(row: Element): void {
  const list = row.closest('[data-slot="thread-list"]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-slot="thread-row-open"]') ?? [])].filter(
    (other) => !row.contains(other),
  );
  const isBelow = (other: Element): boolean =>
    (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = rows.find(isBelow) ?? rows.at(-1);
  (next ?? list?.querySelector<HTMLElement>('[data-slot="thread-list-new"]'))?.focus();
}

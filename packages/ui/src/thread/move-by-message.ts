/** Rendered rows. */
const RENDERED_ROW = '[data-slot="long-list-group"][data-rendered] > *';
/** Rendered rows, and rows that are plain text because they are far from the viewport. */
const ROW = `${RENDERED_ROW}, [data-slot="text-row"]`;

/** Stops waiting for the row of an earlier call. */
let stopWaiting: (() => void) | undefined;

/**
 * Moves the focus to the message above or below the one that contains it or, from the viewport itself, to the last or
 * the first message in view. A row that is plain text is scrolled into view, and focused once it is rendered.
 *
 * Reads the rows from the DOM: roving focus follows the order of the document, and rows that are plain text have no
 * component that could take part in it.
 */
export function moveByMessage(log: HTMLElement, direction: 'up' | 'down'): void {
  stopWaiting?.();
  const from = document.activeElement?.closest(ROW);
  const row = from && log.contains(from) ? nextRow(from, direction) : rowInView(log, direction);
  if (row instanceof HTMLElement) focusRow(row);
}

function nextRow(row: Element, direction: 'up' | 'down'): Element | undefined {
  const isUp = direction === 'up';
  // Rows are in groups and groups in sections: the next row may be in another one.
  for (
    let part: Element | null = row;
    part instanceof HTMLElement && part.dataset['slot'] !== 'long-list';
    part = part.parentElement
  ) {
    const next = isUp ? part.previousElementSibling : part.nextElementSibling;
    const rows = next?.matches(ROW) ? [next] : [...(next?.querySelectorAll(ROW) ?? [])];
    const found = isUp ? rows.at(-1) : rows[0];
    if (found) return found;
  }
  return undefined;
}

function rowInView(log: HTMLElement, direction: 'up' | 'down'): Element | undefined {
  const { top, bottom } = log.getBoundingClientRect();
  const rows = [...log.querySelectorAll(RENDERED_ROW)].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top && box.top < bottom;
  });
  return direction === 'up' ? rows.at(-1) : rows[0];
}

function focusRow(row: HTMLElement): void {
  if (row.dataset['slot'] === 'text-row') {
    whenRendered(row, focusRow);
    row.scrollIntoView?.({ block: 'start' });
    return;
  }
  // Of a run, focus the response if there is one.
  const target = row.querySelector<HTMLElement>('[data-slot="message"]') ?? row;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  row.scrollIntoView?.({ block: 'start' });
}

/** Calls `onRendered` with the element that replaces a text row. The rows of a group keep their order. */
function whenRendered(textRow: HTMLElement, onRendered: (row: HTMLElement) => void): void {
  const group = textRow.closest('[data-slot="long-list-group"]');
  if (!group) return;
  const index = [...(textRow.parentElement?.children ?? [])].indexOf(textRow);
  const observer = new MutationObserver(() => {
    const row = group.children[index];
    if (!(row instanceof HTMLElement) || !row.matches(RENDERED_ROW)) return;
    stopWaiting?.();
    onRendered(row);
  });
  observer.observe(group, { attributes: true, childList: true });
  stopWaiting = () => observer.disconnect();
}

/** A row in full, or as the text it is while it is far away. */
const ROWS = '[data-slot="long-list-group"][data-near] > *';
const ROW = '[data-slot="long-list-group"] > *';
/** Frames to wait for a far row to be rendered once it is in view. */
const MAX_FRAMES = 20;

/**
 * Moves the keyboard's focus to the message above or below the one it is in, or, from the conversation itself, to the
 * last or the first one in view. Far rows are rendered on the way.
 */
export function moveByMessage(log: HTMLElement, direction: 'up' | 'down'): void {
  const from = document.activeElement?.closest(ROW);
  const row = from && log.contains(from) ? nextRow(from, direction) : rowInView(log, direction);
  if (row instanceof HTMLElement) focusRow(row, MAX_FRAMES);
}

function nextRow(row: Element, direction: 'up' | 'down'): Element | undefined {
  const isUp = direction === 'up';
  const sibling = isUp ? row.previousElementSibling : row.nextElementSibling;
  if (sibling) return sibling;
  // Groups stand in sections: the neighbour may be in the next one.
  for (
    let part = row.parentElement;
    part && part.dataset['slot'] !== 'long-list';
    part = part.parentElement
  ) {
    const next = isUp ? part.previousElementSibling : part.nextElementSibling;
    const groups = next?.matches('[data-slot="long-list-group"]') ? [next] : [...(next?.children ?? [])];
    const group = isUp ? groups.at(-1) : groups[0];
    const found = isUp ? group?.lastElementChild : group?.firstElementChild;
    if (found) return found;
  }
  return undefined;
}

function rowInView(log: HTMLElement, direction: 'up' | 'down'): Element | undefined {
  const { top, bottom } = log.getBoundingClientRect();
  const rows = [...log.querySelectorAll(ROWS)].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top && box.top < bottom;
  });
  return direction === 'up' ? rows.at(-1) : rows[0];
}

/** A far row is text only: it is brought into view, and has the focus once it is rendered in full. */
function focusRow(row: HTMLElement, framesLeft: number): void {
  if (row.dataset['slot'] === 'text-row' && framesLeft > 0) {
    const group = row.parentElement;
    const index = [...(group?.children ?? [])].indexOf(row);
    row.scrollIntoView?.({ block: 'start' });
    requestAnimationFrame(() => {
      const now = group?.children[index];
      if (now instanceof HTMLElement) focusRow(now, framesLeft - 1);
    });
    return;
  }
  // A run is told by what it wrote, where it wrote something.
  const target = row.querySelector<HTMLElement>('[data-slot="message"]') ?? row;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  row.scrollIntoView?.({ block: 'start' });
}
